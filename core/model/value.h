// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::model {

// Free-form data of an event (vars, extra, contexts, breadcrumb data …): a tree as it was received.
// A number keeps the digits it was sent with: 0.10 stays 0.10 and 2^53+1 stays exact.
class Value final
{
public:
    enum class Kind : std::uint8_t { Absent, Null, Bool, Number, String, Array, Object };
    using Member = std::pair<std::string, Value>;

    Value() = default; // absent
    [[nodiscard]] static Value null();
    [[nodiscard]] static Value boolean(bool value);
    [[nodiscard]] static Value number(std::string token); // as in JSON: "-1.50e3"
    [[nodiscard]] static Value string(std::string utf8);
    [[nodiscard]] static Value array(std::vector<Value> items);
    [[nodiscard]] static Value object(std::vector<Member> members); // in the order received, keys unique

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isAbsent() const { return m_kind == Kind::Absent; }
    [[nodiscard]] bool isContainer() const { return m_kind == Kind::Array || m_kind == Kind::Object; }

    // A string's text, a number's token, "true"/"false"; empty for the other kinds.
    [[nodiscard]] const std::string &text() const { return m_text; }

    // Children of an array (their keys are empty) or an object.
    [[nodiscard]] const std::vector<Member> &members() const { return m_members; }
    [[nodiscard]] bool isEmpty() const { return m_members.empty() && m_text.empty(); }

    // The member of that name, or an absent value.
    [[nodiscard]] const Value &operator[](std::string_view key) const;

    friend bool operator==(const Value &, const Value &);

private:
    Kind m_kind = Kind::Absent;
    std::string m_text;
    std::vector<Member> m_members;
};

} // namespace picket::model
