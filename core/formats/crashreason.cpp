// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/crashreason.h"

#include "core/formats/text.h"

#include <algorithm>
#include <array>

namespace picket::formats {

namespace {

struct Code {
    std::uint32_t number;
    std::string_view name;
};

template <std::size_t N> std::string_view nameOf(const std::array<Code, N> &codes, std::uint32_t number)
{
    const auto it =
        std::find_if(codes.begin(), codes.end(), [number](const Code &code) { return code.number == number; });
    return it != codes.end() ? it->name : std::string_view();
}

// Breakpad and Crashpad write these where a dump was asked for or an exception of the language ended the program.
constexpr std::array<Code, 6> anywhere = {{
    {0xFFFFFFFF, "DUMP_REQUESTED"},
    {0x0517A7ED, "SIMULATED_EXCEPTION"},
    {0x43507378, "SIMULATED_EXCEPTION"}, // 'CPsx'
    {0x43506E78, "UNCAUGHT_NSEXCEPTION"}, // 'CPnx'
    {0x6B6C7578, "ABORT_WITH_PAYLOAD"}, // 'klux'
    {0xE0000008, "OUT_OF_MEMORY"}, // Chromium's
}};

// winnt.h, ntstatus.h.
constexpr std::array<Code, 40> windowsCodes = {{
    {0x40010005, "DBG_CONTROL_C"},
    {0x4000001F, "STATUS_WX86_BREAKPOINT"},
    {0x80000001, "EXCEPTION_GUARD_PAGE"},
    {0x80000002, "EXCEPTION_DATATYPE_MISALIGNMENT"},
    {0x80000003, "EXCEPTION_BREAKPOINT"},
    {0x80000004, "EXCEPTION_SINGLE_STEP"},
    {0xC0000005, "EXCEPTION_ACCESS_VIOLATION"},
    {0xC0000006, "EXCEPTION_IN_PAGE_ERROR"},
    {0xC0000008, "EXCEPTION_INVALID_HANDLE"},
    {0xC000000D, "STATUS_INVALID_PARAMETER"},
    {0xC0000017, "STATUS_NO_MEMORY"},
    {0xC000001D, "EXCEPTION_ILLEGAL_INSTRUCTION"},
    {0xC0000025, "EXCEPTION_NONCONTINUABLE_EXCEPTION"},
    {0xC0000026, "EXCEPTION_INVALID_DISPOSITION"},
    {0xC000008C, "EXCEPTION_ARRAY_BOUNDS_EXCEEDED"},
    {0xC000008D, "EXCEPTION_FLT_DENORMAL_OPERAND"},
    {0xC000008E, "EXCEPTION_FLT_DIVIDE_BY_ZERO"},
    {0xC000008F, "EXCEPTION_FLT_INEXACT_RESULT"},
    {0xC0000090, "EXCEPTION_FLT_INVALID_OPERATION"},
    {0xC0000091, "EXCEPTION_FLT_OVERFLOW"},
    {0xC0000092, "EXCEPTION_FLT_STACK_CHECK"},
    {0xC0000093, "EXCEPTION_FLT_UNDERFLOW"},
    {0xC0000094, "EXCEPTION_INT_DIVIDE_BY_ZERO"},
    {0xC0000095, "EXCEPTION_INT_OVERFLOW"},
    {0xC0000096, "EXCEPTION_PRIV_INSTRUCTION"},
    {0xC00000FD, "EXCEPTION_STACK_OVERFLOW"},
    {0xC0000135, "STATUS_DLL_NOT_FOUND"},
    {0xC0000138, "STATUS_ORDINAL_NOT_FOUND"},
    {0xC0000139, "STATUS_ENTRYPOINT_NOT_FOUND"},
    {0xC000013A, "STATUS_CONTROL_C_EXIT"},
    {0xC0000142, "STATUS_DLL_INIT_FAILED"},
    {0xC0000194, "EXCEPTION_POSSIBLE_DEADLOCK"},
    {0xC00002B4, "STATUS_FLOAT_MULTIPLE_FAULTS"},
    {0xC0000374, "STATUS_HEAP_CORRUPTION"},
    {0xC0000409, "STATUS_STACK_BUFFER_OVERRUN"},
    {0xC0000417, "STATUS_INVALID_CRUNTIME_PARAMETER"},
    {0xC0000420, "STATUS_ASSERTION_FAILURE"},
    {0xC015000F, "STATUS_SXS_EARLY_DEACTIVATION"},
    {0xE0434352, "CLR_EXCEPTION"},
    {0xE06D7363, "CPP_EXCEPTION"},
}};
constexpr std::uint32_t accessViolation = 0xC0000005;
constexpr std::uint32_t inPageError = 0xC0000006;
constexpr std::uint32_t stackBufferOverrun = 0xC0000409; // also what __fastfail() raises

// First parameter of an access violation.
constexpr std::array<Code, 3> accessKinds = {{{0, "_READ"}, {1, "_WRITE"}, {8, "_EXEC"}}};

// First parameter of __fastfail(): FAST_FAIL_* of winnt.h.
constexpr std::array<Code, 23> fastFails = {{
    {0, "FAST_FAIL_LEGACY_GS_VIOLATION"},
    {1, "FAST_FAIL_VTGUARD_CHECK_FAILURE"},
    {2, "FAST_FAIL_STACK_COOKIE_CHECK_FAILURE"},
    {3, "FAST_FAIL_CORRUPT_LIST_ENTRY"},
    {4, "FAST_FAIL_INCORRECT_STACK"},
    {5, "FAST_FAIL_INVALID_ARG"},
    {6, "FAST_FAIL_GS_COOKIE_INIT"},
    {7, "FAST_FAIL_FATAL_APP_EXIT"},
    {8, "FAST_FAIL_RANGE_CHECK_FAILURE"},
    {9, "FAST_FAIL_UNSAFE_REGISTRY_ACCESS"},
    {10, "FAST_FAIL_GUARD_ICALL_CHECK_FAILURE"},
    {11, "FAST_FAIL_GUARD_WRITE_CHECK_FAILURE"},
    {12, "FAST_FAIL_INVALID_FIBER_SWITCH"},
    {13, "FAST_FAIL_INVALID_SET_OF_CONTEXT"},
    {14, "FAST_FAIL_INVALID_REFERENCE_COUNT"},
    {18, "FAST_FAIL_INVALID_JUMP_BUFFER"},
    {19, "FAST_FAIL_MRDATA_MODIFIED"},
    {20, "FAST_FAIL_CERTIFICATION_FAILURE"},
    {21, "FAST_FAIL_INVALID_EXCEPTION_CHAIN"},
    {22, "FAST_FAIL_CRYPTO_LIBRARY"},
    {23, "FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT"},
    {24, "FAST_FAIL_INVALID_IMAGE_BASE"},
    {39, "FAST_FAIL_UNEXPECTED_CALL"},
}};

// signal(7), the numbers of x86 and ARM.
constexpr std::array<Code, 31> signals = {{
    {1, "SIGHUP"},   {2, "SIGINT"},     {3, "SIGQUIT"},  {4, "SIGILL"},     {5, "SIGTRAP"},  {6, "SIGABRT"},
    {7, "SIGBUS"},   {8, "SIGFPE"},     {9, "SIGKILL"},  {10, "SIGUSR1"},   {11, "SIGSEGV"}, {12, "SIGUSR2"},
    {13, "SIGPIPE"}, {14, "SIGALRM"},   {15, "SIGTERM"}, {16, "SIGSTKFLT"}, {17, "SIGCHLD"}, {18, "SIGCONT"},
    {19, "SIGSTOP"}, {20, "SIGTSTP"},   {21, "SIGTTIN"}, {22, "SIGTTOU"},   {23, "SIGURG"},  {24, "SIGXCPU"},
    {25, "SIGXFSZ"}, {26, "SIGVTALRM"}, {27, "SIGPROF"}, {28, "SIGWINCH"},  {29, "SIGIO"},   {30, "SIGPWR"},
    {31, "SIGSYS"},
}};
constexpr std::uint32_t sigill = 4;
constexpr std::uint32_t sigtrap = 5;
constexpr std::uint32_t sigbus = 7;
constexpr std::uint32_t sigfpe = 8;
constexpr std::uint32_t sigsegv = 11;

constexpr std::array<Code, 8> illegalCodes = {{{1, "ILL_ILLOPC"},
                                               {2, "ILL_ILLOPN"},
                                               {3, "ILL_ILLADR"},
                                               {4, "ILL_ILLTRP"},
                                               {5, "ILL_PRVOPC"},
                                               {6, "ILL_PRVREG"},
                                               {7, "ILL_COPROC"},
                                               {8, "ILL_BADSTK"}}};
constexpr std::array<Code, 4> trapCodes = {
    {{1, "TRAP_BRKPT"}, {2, "TRAP_TRACE"}, {3, "TRAP_BRANCH"}, {4, "TRAP_HWBKPT"}}};
constexpr std::array<Code, 5> busCodes = {
    {{1, "BUS_ADRALN"}, {2, "BUS_ADRERR"}, {3, "BUS_OBJERR"}, {4, "BUS_MCEERR_AR"}, {5, "BUS_MCEERR_AO"}}};
constexpr std::array<Code, 8> floatCodes = {{{1, "FPE_INTDIV"},
                                             {2, "FPE_INTOVF"},
                                             {3, "FPE_FLTDIV"},
                                             {4, "FPE_FLTOVF"},
                                             {5, "FPE_FLTUND"},
                                             {6, "FPE_FLTRES"},
                                             {7, "FPE_FLTINV"},
                                             {8, "FPE_FLTSUB"}}};
constexpr std::array<Code, 6> segmentCodes = {{{1, "SEGV_MAPERR"},
                                               {2, "SEGV_ACCERR"},
                                               {3, "SEGV_BNDERR"},
                                               {4, "SEGV_PKUERR"},
                                               {8, "SEGV_MTEAERR"},
                                               {9, "SEGV_MTESERR"}}};

// <mach/exception_types.h>.
constexpr std::array<Code, 13> machExceptions = {{
    {1, "EXC_BAD_ACCESS"},
    {2, "EXC_BAD_INSTRUCTION"},
    {3, "EXC_ARITHMETIC"},
    {4, "EXC_EMULATION"},
    {5, "EXC_SOFTWARE"},
    {6, "EXC_BREAKPOINT"},
    {7, "EXC_SYSCALL"},
    {8, "EXC_MACH_SYSCALL"},
    {9, "EXC_RPC_ALERT"},
    {10, "EXC_CRASH"},
    {11, "EXC_RESOURCE"},
    {12, "EXC_GUARD"},
    {13, "EXC_CORPSE_NOTIFY"},
}};
constexpr std::uint32_t badAccess = 1;
constexpr std::array<Code, 6> badAccessCodes = {{{1, "KERN_INVALID_ADDRESS"},
                                                 {2, "KERN_PROTECTION_FAILURE"},
                                                 {8, "KERN_NO_ACCESS"},
                                                 {9, "KERN_MEMORY_FAILURE"},
                                                 {10, "KERN_MEMORY_ERROR"},
                                                 {13, "EXC_I386_GPFLT"}}};

std::string windowsReason(const MinidumpException &exception)
{
    const std::string_view name = nameOf(windowsCodes, exception.code);
    if (name.empty()) {
        return {};
    }
    const auto first = exception.parameters.empty() || exception.parameters[0] > 0xFFFFFFFF
        ? 0xFFFFFFFF
        : static_cast<std::uint32_t>(exception.parameters[0]);
    if (exception.code == accessViolation || exception.code == inPageError) {
        return std::string(name).append(nameOf(accessKinds, first));
    }
    if (exception.code == stackBufferOverrun && !nameOf(fastFails, first).empty()) {
        return std::string(name) + " / " + std::string(nameOf(fastFails, first));
    }
    return std::string(name);
}

std::string withDetail(std::string_view name, std::string_view detail)
{
    return name.empty() || detail.empty() ? std::string(name) : std::string(name) + " / " + std::string(detail);
}

std::string reasonOf(const MinidumpException &exception, MinidumpOs os)
{
    if (const std::string_view name = nameOf(anywhere, exception.code); !name.empty()) {
        return std::string(name);
    }
    switch (os) {
    case MinidumpOs::Windows:
        return windowsReason(exception);
    case MinidumpOs::Linux:
    case MinidumpOs::Android:
        return withDetail(signalName(exception.code), signalCodeName(exception.code, exception.flags));
    case MinidumpOs::MacOs:
    case MinidumpOs::Ios:
        return withDetail(machExceptionName(exception.code),
                          exception.code == badAccess ? nameOf(badAccessCodes, exception.flags) : std::string_view());
    case MinidumpOs::Unknown:
    case MinidumpOs::Other:
        break;
    }
    return {};
}

} // namespace

std::string crashReason(const MinidumpException &exception, MinidumpOs os)
{
    const std::string reason = reasonOf(exception, os);
    return reason.empty() ? hexNumber(exception.code) : reason;
}

bool hasCrashAddress(const MinidumpException &exception, MinidumpOs os)
{
    const bool hasSignals = os == MinidumpOs::Linux || os == MinidumpOs::Android;
    constexpr std::array<std::uint32_t, 5> raised = {sigill, sigtrap, sigbus, sigfpe, sigsegv};
    return !hasSignals || std::find(raised.begin(), raised.end(), exception.code) != raised.end();
}

std::string_view signalName(std::uint32_t number)
{
    return nameOf(signals, number);
}

std::string_view signalCodeName(std::uint32_t number, std::uint32_t code)
{
    switch (number) {
    case sigill:
        return nameOf(illegalCodes, code);
    case sigtrap:
        return nameOf(trapCodes, code);
    case sigbus:
        return nameOf(busCodes, code);
    case sigfpe:
        return nameOf(floatCodes, code);
    case sigsegv:
        return nameOf(segmentCodes, code);
    default:
        return {};
    }
}

std::string_view machExceptionName(std::uint32_t number)
{
    return nameOf(machExceptions, number);
}

} // namespace picket::formats
