# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DOUTPUT=… -DFILES=a.sql,b.sql -P embed.cmake: the numbered SQL files as one C++ table, in order.
string(REPLACE "," ";" FILES "${FILES}")
set(rows "")
foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME)
    string(REGEX MATCH "^0*([1-9][0-9]*)_" matched "${name}")
    if(NOT matched)
        message(FATAL_ERROR "${name} does not begin with its number")
    endif()
    set(version "${CMAKE_MATCH_1}")
    file(READ "${file}" sql)
    string(APPEND rows "    {${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from resources/schema.
#include \"core/store/schema/migrations.h\"

namespace picket::store {

namespace {
const Migration table[] = {
${rows}};
} // namespace

std::span<const Migration> migrations()
{
    return table;
}

} // namespace picket::store
")
