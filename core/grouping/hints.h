// SPDX-License-Identifier: GPL-3.0-or-later
// Every code that GroupingPart::hint can hold: why a part counts, or why not. `ui` words them; the codes are stable.
#pragma once

#include <string_view>

namespace picket::grouping::hints {

// --- Variants
inline constexpr std::string_view sameAsApp = "same_as_app"; // the system variant has nothing to add to the app one
inline constexpr std::string_view otherHasStack =
    "other_variant_has_stack"; // a stack decides, and only the other has one
inline constexpr std::string_view nothingContributes = "nothing_contributes"; // the fallback: an event without any key
inline constexpr std::string_view fingerprintPrecedence = "fingerprint_precedence"; // a custom fingerprint decides
inline constexpr std::string_view checksumPrecedence = "checksum_precedence"; // the SDK sent a checksum, which decides
inline constexpr std::string_view builtInRule = "built_in_rule"; // fingerprint of a rule of ours, not of the SDK
inline constexpr std::string_view hybrid = "hybrid_fingerprint"; // the default key plus the SDK's own entries

// --- Fingerprint entries
inline constexpr std::string_view variable = "variable"; // a {{ variable }}, replaced by its value
inline constexpr std::string_view parameterised = "parameterised"; // numbers, ids, dates … were replaced by names

// --- Strategies that a stronger one outranks
inline constexpr std::string_view exceptionPrecedence = "exception_precedence";
inline constexpr std::string_view threadsPrecedence = "threads_precedence";
inline constexpr std::string_view stacktracePrecedence = "stacktrace_precedence";
inline constexpr std::string_view templatePrecedence = "template_precedence";
inline constexpr std::string_view securityPrecedence = "security_precedence";

// --- Exceptions
inline constexpr std::string_view synthetic = "synthetic"; // the type is the SDK's invention
inline constexpr std::string_view stackPrecedence =
    "stack_precedence"; // the stack decides, so the value does not count
inline constexpr std::string_view nsErrorPrecedence = "ns_error_precedence"; // domain and code decide
inline constexpr std::string_view duplicateInGroup = "duplicate_in_group"; // equals another member of its group
inline constexpr std::string_view groupWrapper = "group_wrapper"; // a group of equal errors groups as one of them
inline constexpr std::string_view suppressed = "suppressed"; // it came beside the error and is no cause of it
inline constexpr std::string_view outsideCausePath = "outside_cause_path"; // not among the causes of the main exception

// --- Threads
inline constexpr std::string_view multipleCandidates = "multiple_candidates"; // no single crashed or current thread

// --- Stacks
inline constexpr std::string_view noFrames = "no_frames";
inline constexpr std::string_view noContributingFrames = "no_contributing_frames";
inline constexpr std::string_view noInAppFrames = "no_in_app_frames";
inline constexpr std::string_view weakFrame = "weak_frame"; // a lone JavaScript frame without a function
inline constexpr std::string_view onlyGaps = "only_gaps"; // nothing but the lines between parts of asynchronous calls
inline constexpr std::string_view onlyLogging = "only_logging"; // nothing but the logging library, where all logs begin
inline constexpr std::string_view onlyFileNames =
    "only_file_names"; // no function is known: the value, or the message, decides together with the files
inline constexpr std::string_view noAppFrameInMessage =
    "no_app_frame_in_message"; // a message without a frame of the application: its text decides
inline constexpr std::string_view oldestFramesCut = "oldest_frames_cut"; // beyond limits::groupedFrames

// --- Frames. A frame decided by a stack rule has a child "rule" with the rule's text.
inline constexpr std::string_view nullFrame = "null_frame"; // the SDK sent null in this position
inline constexpr std::string_view asynchronousGap = "asynchronous_gap"; // a separator, no call
inline constexpr std::string_view notInApp = "not_in_app";
inline constexpr std::string_view notInAppByRule = "not_in_app_by_rule";
inline constexpr std::string_view ignoredByRule = "ignored_by_rule";
inline constexpr std::string_view recursion = "recursion"; // equals the frame before it
inline constexpr std::string_view nativeCode = "native_code"; // eval, or code of the engine: browsers differ in these
inline constexpr std::string_view nameless = "nameless"; // nothing in the frame identifies it

// --- Values of a frame
inline constexpr std::string_view modulePrecedence =
    "module_precedence"; // the file name does not count beside a module
inline constexpr std::string_view urlPath = "url_path"; // the file is the path of a page
inline constexpr std::string_view anonymous = "anonymous";
inline constexpr std::string_view unknownFunction = "unknown_function";
inline constexpr std::string_view lambda = "lambda"; // a name that the compiler numbers anew in each build
inline constexpr std::string_view generatedName = "generated_name"; // the generated part was taken off
inline constexpr std::string_view trimmedName =
    "trimmed_name"; // arguments, return type, template arguments … taken off
inline constexpr std::string_view sourceMapped =
    "source_mapped"; // names of mapped code are unreliable; its text counts
inline constexpr std::string_view lineTooLong = "line_too_long"; // minified code
inline constexpr std::string_view pageWithoutFunction = "page_without_function"; // top-level code of a page

} // namespace picket::grouping::hints
