# SPDX-License-Identifier: GPL-3.0-or-later
# The shop with bugs once more, in the shell: program.sh SCENARIO, with sentry-cli in PATH.
set -euo pipefail

pay() {
    grep --quiet card wallet.txt
}

# The hook that sentry-cli prints sends an event when a command fails.
uncaught() {
    eval "$(sentry-cli bash-hook --release shop@1.4.2)"
    echo cash > wallet.txt
    pay
}

context() {
    printf 'added ladder\ncard refused\n' > till.log
    sentry-cli send-event --level warning --release shop@1.4.2 --env test --platform python --no-environ \
        --message 'Order %s cannot be paid' --message-arg 17 --tag shop:ladders --extra attempt:2 \
        --user id:42 --user username:ada --fingerprint payment --logfile till.log
}

# An envelope as it lies on a disk, with an attachment and a chain of causes.
envelope() {
    local event='{"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","platform":"python","release":"shop@1.4.2","environment":"test","exception":{"values":[{"type":"KeyError","value":"card"},{"type":"PaymentError","value":"order 17 cannot be paid"}]}}'
    printf '%s\n' '{"event_id":"9ec79c33ec9942ab8353589fcb2e04dc"}' "{\"type\":\"event\",\"length\":${#event}}" "$event" \
        '{"type":"attachment","length":9,"filename":"basket.txt"}' '1 ladder' > shop.envelope
    sentry-cli send-envelope shop.envelope
}

monitor() {
    sentry-cli monitors run --environment test stocktaking -- true
}

"$1"
