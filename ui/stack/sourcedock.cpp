// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/sourcedock.h"

#include "ui/code/codeview.h"
#include "ui/stack/folderquestion.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using State = source::SourceFile::State;

// A disk that answers in this time changes the view once, not twice.
constexpr std::chrono::milliseconds patience{150};

QString placeText(const model::Frame &frame)
{
    QString place = toLine(!frame.filename.empty() ? frame.filename : frame.absPath);
    if (place.isEmpty()) {
        place = toLine(!frame.module.empty() ? frame.module : frame.package);
    }
    if (frame.lineno) {
        place += u" : "_s + QString::number(*frame.lineno);
        if (frame.colno) {
            place += u" : "_s + QString::number(*frame.colno);
        }
    }
    return place;
}

} // namespace

SourceDock::SourceDock(const DockContext &context, QWidget *parent)
    : Dock(u"source"_s, tr("Source"), parent)
    , m_context(context)
    , m_folders(context.settings)
    , m_place(new ElidedLabel(this))
    , m_fileNote(plainLabel({}, this))
    , m_fileButton(new QToolButton(this))
    , m_recordedButton(new QToolButton(this))
    , m_question(new FolderQuestion(this))
    , m_pages(new QStackedWidget(this))
    , m_code(new CodeView(context.theme, tr("Source of the frame"), this))
    , m_empty(new ElidedLabel(this))
{
    setWidget(makeContent());
    addActions();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &SourceDock::showSource);
    connect(&context.current, &CurrentEvent::detailChanged, this, &SourceDock::showFrame);
    connect(&context.navigator, &Navigator::frameChanged, this, &SourceDock::showFrame);
    connect(&context.theme, &Theme::changed, this, &SourceDock::applyColors);
    connect(m_question, &FolderQuestion::agreed, this, [this](const QString &folder) {
        m_folders.agree(folder);
        lookForFile();
    });
    connect(m_question, &FolderQuestion::postponed, this, [this](const QString &folder) {
        m_folders.postpone(folder);
        lookForFile();
    });
    connect(m_question, &FolderQuestion::refused, this, [this](const QString &folder) {
        m_folders.refuse(folder);
        lookForFile();
    });
    showFrame();
}

QWidget *SourceDock::makeContent()
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *emptyPage = new QWidget(m_pages);
    auto *emptyLayout = new QVBoxLayout(emptyPage);
    emptyLayout->setContentsMargins(8, 8, 8, 8);
    m_empty->setColorRole(QPalette::PlaceholderText);
    emptyLayout->addWidget(m_empty);
    emptyLayout->addStretch();
    m_pages->addWidget(m_code);
    m_pages->addWidget(emptyPage);
    m_question->hide();
    layout->addWidget(makeHead());
    layout->addWidget(m_question);
    layout->addWidget(m_pages, 1);
    return content;
}

QWidget *SourceDock::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(26);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(8);
    m_place->setColorRole(QPalette::PlaceholderText);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_fileNote);
    auto *toggle = new QHBoxLayout;
    toggle->setSpacing(0);
    for (QToolButton *button : {m_fileButton, m_recordedButton}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        toggle->addWidget(button);
    }
    m_fileButton->setText(tr("File"));
    m_fileButton->setAccessibleName(tr("Show the file on this disk"));
    m_recordedButton->setText(tr("Recorded"));
    m_recordedButton->setAccessibleName(tr("Show the lines that the event recorded"));
    layout->addLayout(toggle);
    return head;
}

void SourceDock::addActions()
{
    m_recorded = m_context.actions.add(u"source.recorded"_s, tr("Source as the Event Recorded It"));
    m_recorded->setCheckable(true);
    const auto set = [this](bool recorded) {
        m_recorded->setChecked(recorded);
        showSource(); // the buttons, too: what is clicked toggles, even if nothing changes
    };
    connect(m_recorded, &QAction::triggered, this, &SourceDock::showSource);
    connect(m_fileButton, &QToolButton::clicked, this, [set] { set(false); });
    connect(m_recordedButton, &QToolButton::clicked, this, [set] { set(true); });
    QAction *forget = m_context.actions.add(u"source.forgetFolders"_s, tr("Ask Again for Source Folders"));
    connect(forget, &QAction::triggered, this, [this] {
        m_folders.forget();
        lookForFile();
    });
}

QString SourceDock::emptyText() const
{
    return m_pages->currentWidget() == m_code ? QString() : m_empty->text();
}

QString SourceDock::fileNote() const
{
    return m_fileNote->text();
}

void SourceDock::takeFocus()
{
    m_code->setFocus(Qt::ShortcutFocusReason);
}

void SourceDock::showFrame()
{
    const model::Frame *frame = m_context.current.frame();
    m_frame = frame ? std::shared_ptr<const model::Frame>(m_context.current.detail(), frame) : nullptr;
    lookForFile();
}

// The disk is asked only below folders that the user agreed to. What is shown stays until it has answered, or does not
// answer soon.
void SourceDock::lookForFile()
{
    m_answer = {};
    const std::string path(m_frame ? source::sourcePath(*m_frame) : std::string_view());
    const std::string shortName(m_frame ? m_frame->filename : std::string());
    m_answer.file = source::judgePath(path, shortName, m_folders.choices());
    if (m_answer.file.state != State::Agreed) {
        m_disk.cancel();
        showSource();
        return;
    }
    m_patience.start();
    m_disk.ask([this, path, shortName, choices = m_folders.choices(), frame = m_frame]() -> std::function<void()> {
        Answer answer;
        answer.file = source::findSourceFile(path, shortName, choices);
        if (answer.file.state == State::Read) {
            answer.text = fileText(answer.file.text, *frame);
            answer.file.text = {};
        }
        return [this, answer = std::move(answer)] {
            takeAnswer(answer);
        };
    });
}

void SourceDock::takeAnswer(Answer answer)
{
    m_answer = std::move(answer);
    showSource();
}

bool SourceDock::isFileShown() const
{
    return m_answer.file.state == State::Read && !(m_recorded->isChecked() && m_frame->hasContext);
}

void SourceDock::showSource()
{
    m_patience.stop();
    showFileNote();
    const DetailPtr &detail = m_context.current.detail();
    if (!m_frame || m_frame->isNull) {
        m_place->setText({});
        showEmpty(!detail       ? tr("Select an issue to see its source.")
                      : m_frame ? tr("The SDK sent null for this frame.")
                                : tr("This event has no frames."));
    } else if (isFileShown()) {
        showText(m_answer.text.text);
    } else if (const std::optional<SourceText> recorded = sourceText(*m_frame)) {
        showText(*recorded);
    } else {
        m_place->setText(placeText(*m_frame));
        showEmpty(tr("This frame came without source."));
    }
}

void SourceDock::showText(const SourceText &source)
{
    const model::Frame &frame = *m_frame;
    QString note;
    if (!frame.lineno) {
        note += tr("   no line number was sent");
    }
    if (source.cutLines > 0) {
        note += tr("   %1 overlong lines are cut").arg(source.cutLines);
    }
    if (source.linesLeftOut > 0) {
        note += tr("   %1 lines are left out").arg(countText(static_cast<std::int64_t>(source.linesLeftOut)));
    }
    m_place->setText(placeText(frame) + note);
    const DetailPtr &detail = m_context.current.detail();
    const std::string &platform = frame.platform.empty() ? detail->event.platform : frame.platform;
    m_code->showText(source.utf8, toLine(!frame.filename.empty() ? frame.filename : frame.absPath), toLine(platform));
    m_code->showLineNumbers(source.firstNumber);
    m_pages->setCurrentWidget(m_code); // before the line is looked for: a hidden view does not know its height
    m_code->markLine(source.marked);
}

void SourceDock::showFileNote()
{
    const source::SourceFile &file = m_answer.file;
    const bool differs = file.state == State::Read && m_answer.text.agreement == source::Agreement::Different;
    const bool choice = file.state == State::Read && m_frame->hasContext;
    m_fileNote->setText(differs                              ? tr("differs from what the event recorded")
                            : file.state == State::Read      ? tr("on this disk")
                            : file.state == State::Unaskable ? tr("in a folder never read as a whole")
                            : file.state == State::Missing   ? tr("not on this disk")
                            : file.state == State::Failed && file.error == ErrorCode::TooLarge
                            ? tr("on this disk, too long to show")
                            : file.state == State::Failed ? tr("on this disk, cannot be read")
                                                          : QString());
    setPlainToolTip(m_fileNote, toLine(file.path));
    m_fileNote->setVisible(!m_fileNote->text().isEmpty());
    m_recorded->setEnabled(choice);
    m_fileButton->setVisible(choice);
    m_recordedButton->setVisible(choice);
    m_fileButton->setChecked(!m_recorded->isChecked());
    m_recordedButton->setChecked(m_recorded->isChecked());
    if (file.state == State::Unasked) {
        m_question->ask(toLine(file.path.substr(file.path.rfind('/') + 1), 100), QString::fromStdString(file.folder));
    }
    m_question->setVisible(file.state == State::Unasked);
    applyColors();
}

void SourceDock::applyColors()
{
    const Colors &colors = m_context.theme.colors();
    QPalette palette = m_fileNote->palette();
    palette.setColor(QPalette::WindowText,
                     m_answer.file.state != State::Read                            ? colors.muted
                         : m_answer.text.agreement == source::Agreement::Different ? colors.warning
                                                                                   : colors.good);
    m_fileNote->setForegroundRole(QPalette::WindowText);
    m_fileNote->setPalette(palette);
}

void SourceDock::showEmpty(const QString &text)
{
    m_empty->setText(text);
    m_pages->setCurrentIndex(1);
}

} // namespace picket::ui
