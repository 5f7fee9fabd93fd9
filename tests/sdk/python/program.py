# SPDX-License-Identifier: GPL-3.0-or-later
"""A small shop with bugs: `program.py SCENARIO` runs into one of them with the real Python SDK.

The DSN comes from SENTRY_DSN, as in a user's program. What Picket must show of each scenario: facts.json beside this.
"""
import sys

import sentry_sdk


class PaymentError(Exception):
    pass


def divide(total, parts):
    return total / parts


def split_bill(order):
    guests = order["guests"]
    return divide(order["total"], len(guests))


def uncaught():
    split_bill({"total": 42, "guests": []})


def read_card(wallet):
    return wallet["card"]


def pay(order_id, amount):
    wallet = {"cash": 3}
    try:
        return read_card(wallet)
    except KeyError as missing:
        raise PaymentError(f"order {order_id} cannot be paid") from missing


def caught_chain():
    try:
        pay(17, "12.50 €")
    except PaymentError as error:
        sentry_sdk.capture_exception(error)


def message():
    sentry_sdk.capture_message("The basket is empty", level="warning")


def add_request(event, hint):
    event["request"] = {
        "url": "http://shop.test/checkout",
        "method": "POST",
        "query_string": "step=2",
        "headers": {"Content-Type": "application/json", "X-Shop": "ladders"},
        "data": {"basket": [3, 5]},
    }
    return event


def context():
    scope = sentry_sdk.get_isolation_scope()
    scope.add_event_processor(add_request)
    scope.set_tag("shop", "ladders")
    scope.set_tag("payment.method", "card")
    scope.set_user({"id": "42", "username": "ada", "email": "ada@example.org", "ip_address": "127.0.0.1"})
    scope.set_context("basket", {"items": 3, "total": "37.00", "express": True})
    scope.set_extra("attempt", 2)
    scope.set_extra("steps", ["cart", "address", "payment"])
    sentry_sdk.add_breadcrumb(category="cart", message="added ladder", level="info", data={"sku": "L-300"})
    sentry_sdk.add_breadcrumb(category="auth", message="logged in", level="info", type="user")
    sentry_sdk.add_breadcrumb(category="http", message="card refused", level="warning", data={"status": 402})
    try:
        read_card({})
    except KeyError:
        sentry_sdk.capture_exception()


def fingerprint():
    scope = sentry_sdk.get_isolation_scope()
    scope.fingerprint = ["payment", "timeout"]
    for failing in (lambda: int("twelve"), lambda: [].pop()):
        try:
            failing()
        except Exception as error:
            sentry_sdk.capture_exception(error)


def unicode():
    text = "fox \U0001f98a, rtl \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627, nul \0, lone \ud83d, end"
    sentry_sdk.set_tag("city", "K\u00f8benhavn \U0001f9dc")
    sentry_sdk.set_extra("\u043a\u043b\u044e\u0447", text)
    try:
        raise ValueError(text)
    except ValueError as error:
        sentry_sdk.capture_exception(error)


def same_twice():
    for order_id in (1, 2):
        try:
            pay(order_id, "5 €")
        except PaymentError as error:
            sentry_sdk.capture_exception(error)


def two_bugs():
    for failing in (uncaught, caught_card):
        try:
            failing()
        except Exception as error:
            sentry_sdk.capture_exception(error)


def caught_card():
    read_card({"cash": 1})


def large():
    # Long enough to be compressed by every SDK, and to take the way of large bodies in Picket.
    sentry_sdk.set_extra("ledger", "0123456789" * 40_000)
    sentry_sdk.capture_message("The ledger does not fit", level="error")


def beside():
    """What is sent beside events, and an event of the same trace."""
    scope = sentry_sdk.get_isolation_scope()
    scope.start_session(session_mode="application")
    with sentry_sdk.start_transaction(op="checkout", name="POST /checkout"):
        with sentry_sdk.start_span(op="db", name="SELECT price FROM ladders"):
            caught_chain()
    with sentry_sdk.new_scope() as attached:
        attached.add_attachment(bytes=b"1 ladder\n", filename="basket.txt", content_type="text/plain")
        sentry_sdk.capture_message("The basket is attached", level="info")
    sentry_sdk.logger.info("basket opened with {items} items", items=3)
    with sentry_sdk.monitor(monitor_slug="stocktaking"):
        pass
    scope.end_session()


SCENARIOS = {
    "uncaught": uncaught,
    "caught_chain": caught_chain,
    "message": message,
    "context": context,
    "fingerprint": fingerprint,
    "unicode": unicode,
    "same_twice": same_twice,
    "two_bugs": two_bugs,
    "moved_line": caught_chain,
    "spotlight": caught_chain,
    "large": large,
    "beside": beside,
}

if __name__ == "__main__":
    options = {"traces_sample_rate": 1.0, "enable_logs": True} if sys.argv[1] == "beside" else {}
    sentry_sdk.init(release="shop@1.4.2", environment="test", server_name="till-3", **options)
    SCENARIOS[sys.argv[1]]()
    sentry_sdk.flush(timeout=10)
