// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpannotations.h"

#include "core/formats/minidump.h"
#include "core/formats/minidumpsource.h"

namespace picket::formats {

namespace {

constexpr std::size_t pairSize = 8; // offsets of key and value
constexpr std::size_t moduleLinkSize = 12; // module index, {size, offset}
constexpr std::size_t annotationSize = 12; // name, type and reserved, value
constexpr std::uint16_t textType = 1;

class AnnotationReader final
{
public:
    explicit AnnotationReader(MinidumpSource &source)
        : m_source(source)
    {
    }

    // A dictionary of texts.
    void readPairs(const ByteView &dictionary, std::vector<Annotation> &out)
    {
        const MinidumpList pairs = list(dictionary, pairSize);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            out.emplace_back(m_source.utf8(pairs[i].u32(0)), m_source.utf8(pairs[i].u32(4)));
        }
    }

    // Texts without names.
    void readTexts(const ByteView &offsets, std::vector<Annotation> &out)
    {
        const MinidumpList texts = list(offsets, 4);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            out.emplace_back(std::string(), m_source.utf8(texts[i].u32(0)));
        }
    }

    // Typed values; those that are no text are the program's own affair and left out.
    void readObjects(const ByteView &objects, std::vector<Annotation> &out)
    {
        const MinidumpList annotations = list(objects, annotationSize);
        for (std::size_t i = 0; i < annotations.size(); ++i) {
            if (annotations[i].u16(4) == textType) {
                out.emplace_back(m_source.utf8(annotations[i].u32(0)), m_source.utf8(annotations[i].u32(8)));
            }
        }
    }

    // Modules with what each said, by the index in the list of modules.
    void readModules(const ByteView &links, std::vector<MinidumpModule> &modules)
    {
        const MinidumpList moduleList = list(links, moduleLinkSize);
        for (std::size_t i = 0; i < moduleList.size(); ++i) {
            const std::size_t index = moduleList[i].u32(0);
            const ByteView info = m_source.located(moduleList[i], 4);
            if (index < modules.size()) {
                readTexts(m_source.located(info, 4), modules[index].annotations);
                readPairs(m_source.located(info, 12), modules[index].annotations);
                readObjects(m_source.located(info, 20), modules[index].annotations);
            }
        }
    }

private:
    MinidumpList list(const ByteView &bytes, std::size_t itemSize)
    {
        const MinidumpList items(bytes, itemSize, m_left);
        if (items.isCut()) {
            m_source.warn("annotations_over_limit");
        }
        m_left -= items.size();
        return items;
    }

    MinidumpSource &m_source;
    std::size_t m_left = limits::minidumpAnnotations;
};

} // namespace

void readAnnotations(MinidumpSource &source, MinidumpFacts &facts)
{
    const ByteView info = source.stream(MinidumpStream::Crashpad);
    AnnotationReader reader(source);
    reader.readPairs(source.located(info, 36), facts.annotations);
    reader.readModules(source.located(info, 44), facts.modules);
}

} // namespace picket::formats
