// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpthreads.h"

#include "core/formats/cpucontext.h"
#include "core/formats/minidump.h"
#include "core/formats/minidumpsource.h"

#include <algorithm>
#include <unordered_map>

namespace picket::formats {

namespace {

constexpr std::size_t threadSize = 48;
constexpr std::size_t threadNameSize = 12;
constexpr std::size_t exceptionSize = 168;
constexpr std::size_t maxParameters = 15;

constexpr std::uint32_t accessViolation = 0xC0000005;
constexpr std::uint32_t inPageError = 0xC0000006;

void readThreadNames(MinidumpSource &source, std::vector<MinidumpThread> &threads)
{
    std::unordered_map<std::uint32_t, std::uint64_t> offsets;
    const MinidumpList names(source.stream(MinidumpStream::ThreadNames), threadNameSize, limits::minidumpThreads);
    for (std::size_t i = 0; i < names.size(); ++i) {
        offsets.emplace(names[i].u32(0), names[i].u64(4));
    }
    for (MinidumpThread &thread : threads) {
        if (const auto it = offsets.find(thread.id); it != offsets.end()) {
            thread.name = source.utf16(it->second);
        }
    }
}

// Windows says which memory was touched in the second parameter; elsewhere the exception's address is that.
std::uint64_t crashAddress(const MinidumpException &exception, MinidumpOs os)
{
    const bool isAccess = exception.code == accessViolation || exception.code == inPageError;
    return os == MinidumpOs::Windows && isAccess && exception.parameters.size() >= 2 ? exception.parameters[1]
                                                                                     : exception.exceptionAddr;
}

} // namespace

void readThreads(MinidumpSource &source, MinidumpFacts &facts)
{
    const MinidumpList list(source.stream(MinidumpStream::Threads), threadSize, limits::minidumpThreads);
    if (list.isCut()) {
        source.warn("threads_over_limit");
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ByteView context = source.located(list[i], 40);
        MinidumpThread thread;
        thread.id = list[i].u32(0);
        thread.instructionAddr = instructionPointer(context, facts.system.arch);
        thread.stackPointer = stackPointer(context, facts.system.arch);
        facts.threads.push_back(std::move(thread));
    }
    readThreadNames(source, facts.threads);
}

void readException(MinidumpSource &source, MinidumpFacts &facts)
{
    const ByteView stream = source.stream(MinidumpStream::Exception);
    if (stream.isEmpty()) {
        return;
    }
    if (stream.size() < exceptionSize) {
        source.warn("exception_cut");
        return;
    }
    MinidumpException exception;
    exception.threadId = stream.u32(0);
    exception.code = stream.u32(8);
    exception.flags = stream.u32(12);
    exception.exceptionAddr = stream.u64(24);
    for (std::size_t i = 0; i < std::min<std::size_t>(stream.u32(32), maxParameters); ++i) {
        exception.parameters.push_back(stream.u64(40 + 8 * i));
    }
    exception.crashAddr = crashAddress(exception, facts.system.os);
    const ByteView context = source.located(stream, 160);
    exception.instructionAddr = instructionPointer(context, facts.system.arch);
    exception.registers = generalRegisters(context, facts.system.arch);
    facts.exception = std::move(exception);
}

} // namespace picket::formats
