# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop with bugs once more, with the last 1.x of the Python SDK: `program.py SCENARIO`."""
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


def context():
    sentry_sdk.set_tag("shop", "ladders")
    sentry_sdk.set_user({"id": "42", "username": "ada", "email": "ada@example.org"})
    sentry_sdk.set_context("basket", {"items": 3, "total": "37.00", "express": True})
    sentry_sdk.set_extra("attempt", 2)
    sentry_sdk.add_breadcrumb(category="cart", message="added ladder", level="info", data={"sku": "L-300"})
    sentry_sdk.add_breadcrumb(category="http", message="card refused", level="warning", data={"status": 402})
    sentry_sdk.capture_message("The basket is empty", level="warning")


def beside():
    """What is sent beside events, and an event of the same trace."""
    with sentry_sdk.start_transaction(op="checkout", name="POST /checkout") as transaction:
        with transaction.start_child(op="db", description="SELECT price FROM ladders"):
            caught_chain()
    with sentry_sdk.configure_scope() as scope:
        scope.add_attachment(bytes=b"1 ladder\n", filename="basket.txt", content_type="text/plain")
    sentry_sdk.capture_message("The basket is attached", level="info")


SCENARIOS = {"uncaught": uncaught, "caught_chain": caught_chain, "context": context, "beside": beside}

if __name__ == "__main__":
    # Without traces this SDK posts errors to the store endpoint, with traces everything in envelopes.
    traces = 1.0 if sys.argv[1] == "beside" else None
    sentry_sdk.init(release="shop@1.4.2", environment="test", server_name="till-3", traces_sample_rate=traces)
    SCENARIOS[sys.argv[1]]()
    sentry_sdk.flush(timeout=10)
