// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/treeview.h"
#include "ui/widgets/wholevalue.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

class ValueTreeViewTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_theme = std::make_unique<Theme>();
        m_model = std::make_unique<ValueTreeModel>();
        m_view = std::make_unique<ValueTreeView>(*m_theme, *m_model, u"Variables"_s);
        m_view->resize(400, 300);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void searchingOpensWhatWasFound()
    {
        m_model->setValue(valueOf(R"({"a":{"b":{"needle":1}},"c":2})"), ValueStyle::Json);
        QTest::keyClicks(&m_view->search(), u"NEEDLE"_s);
        QTRY_COMPARE(m_view->search().answer(), u"1 found"_s);
        QCOMPARE(rowsOf(*m_model).size(), 3);
        QVERIFY(m_view->tree().isExpanded(findRow(*m_model, u"b"_s)));
        QTest::keyClick(&m_view->search(), Qt::Key_Escape);
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->matches());
    }

    void whatIsSearchedIsSearchedInTheNextValue()
    {
        m_model->setValue(valueOf(R"({"apple":1,"pear":2})"), ValueStyle::Json);
        m_view->search().setText(u"pear"_s);
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_model->setValue(valueOf(R"({"apple":3,"pear":4,"pears":5})"), ValueStyle::Json);
        QTRY_COMPARE(rowsOf(*m_model), (QStringList{u"pear | 4"_s, u"pears | 5"_s}));
    }

    void nothingFoundIsSaid()
    {
        m_view->setEmptyText(u"none"_s);
        m_model->setValue(valueOf(R"({"a":1})"), ValueStyle::Json);
        m_view->search().setText(u"<b>zebra</b>"_s);
        QTRY_COMPARE(m_view->tree().emptyText(), u"Nothing here contains “<b>zebra</b>”."_s);
        m_view->search().clear();
        QTRY_COMPARE(m_view->tree().emptyText(), u"none"_s);
    }

    void longValuesAreShownInFull()
    {
        const std::string big(100'000, 'z');
        m_model->setValue(valueOf("{\"short\":\"a\",\"long\":\"" + big + " end\"}"), ValueStyle::Plain);
        m_view->tree().setCurrentIndex(m_model->index(0, 0));
        QTRY_VERIFY(!m_view->wholeValue().isVisible());
        m_view->tree().setCurrentIndex(m_model->index(1, 0));
        QTRY_VERIFY(m_view->wholeValue().isVisible());
        const QString whole = m_view->wholeValue().toPlainText().remove(u'\n');
        QCOMPARE(whole.size(), 100'004);
        QVERIFY(whole.endsWith(u"z end"_s));
    }

    void rowsComeWhileScrolling()
    {
        std::string json = "[";
        for (int i = 0; i < 3000; ++i) {
            json += i > 0 ? ",1" : "1";
        }
        m_model->setValue(valueOf("{\"list\":" + json + "]}"), ValueStyle::Json);
        m_view->tree().expand(m_model->index(0, 0));
        for (int page = 0; page < 6; ++page) {
            m_view->tree().scrollToBottom();
            QTest::qWait(0);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_model->rowCount(m_model->index(0, 0)), 3000);
    }

    void copiesByKeyboard()
    {
        m_model->setValue(valueOf(R"({"a":{"b":"c & d"}})"), ValueStyle::Json);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get(), picket::test::patience));
        QModelIndex row = findRow(*m_model, u"b"_s);
        m_view->tree().setCurrentIndex(row);
        m_view->tree().setFocus();
        QTest::keyClick(&m_view->tree(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), u"c & d"_s);
        m_view->copyPath();
        QCOMPARE(QApplication::clipboard()->text(), u"a.b"_s);
        m_view->copyJson();
        QCOMPARE(QApplication::clipboard()->text(), u"\"c & d\""_s);
    }

    void enterOpensAndCloses()
    {
        m_model->setValue(valueOf(R"({"a":{"b":1}})"), ValueStyle::Json);
        const QModelIndex row = m_model->index(0, 0);
        m_view->tree().setCurrentIndex(row);
        QTest::keyClick(&m_view->tree(), Qt::Key_Return);
        QVERIFY(m_view->tree().isExpanded(row));
        QTest::keyClick(&m_view->tree(), Qt::Key_Return);
        QVERIFY(!m_view->tree().isExpanded(row));
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ValueTreeModel> m_model;
    std::unique_ptr<ValueTreeView> m_view;
};

PICKET_TEST(ValueTreeViewTest)
#include "tst_valuetreeview.moc"
