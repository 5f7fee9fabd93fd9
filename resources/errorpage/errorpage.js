// SPDX-License-Identifier: GPL-3.0-or-later
// The crash dialog: JavaScript SDKs load this into the page that crashed, with what they know in the address. It asks
// the person for a few words and sends them to where it came from. Every text is set as text, never as markup.
(function () {
    "use strict";

    const script = document.currentScript;
    if (!script || !script.src) {
        return;
    }
    const address = new URL(script.src);
    const given = address.searchParams;
    const eventId = given.get("eventId");
    if (!eventId) {
        console.warn("The crash dialog was loaded without an eventId.");
        return;
    }

    const texts = {
        title: "Something went wrong",
        subtitle: "You can help by telling what happened.",
        subtitle2: "",
        labelName: "Name",
        labelEmail: "Email",
        labelComments: "What happened?",
        labelClose: "Close",
        labelSubmit: "Send",
        errorGeneric: "The report could not be sent. Please try again.",
        successMessage: "Thank you, the report was sent.",
    };
    const text = (name) => given.get(name) || texts[name];

    function element(parent, tag, content) {
        const made = document.createElement(tag);
        if (content) {
            made.textContent = content;
        }
        parent.appendChild(made);
        return made;
    }

    function field(form, tag, name, label) {
        const row = element(form, "label", label);
        row.style.cssText = "display: block; margin-top: 12px;";
        const input = element(row, tag);
        input.name = name;
        input.style.cssText = "display: block; box-sizing: border-box; width: 100%; padding: 6px; font: inherit;";
        input.value = given.get(name) || "";
        return input;
    }

    function button(row, label, type) {
        const made = element(row, "button", label);
        made.type = type;
        made.style.cssText = "font: inherit; padding: 6px 14px;";
        return made;
    }

    // A modal dialog stands above everything that a page may show, and keeps the keyboard's focus.
    const dialog = element(document.body, "dialog");
    dialog.style.cssText = "width: min(440px, 90vw); font: 15px/1.4 system-ui, sans-serif; padding: 20px;";
    element(dialog, "h2", text("title")).style.cssText = "margin: 0 0 8px; font-size: 20px;";
    element(dialog, "p", (text("subtitle") + " " + text("subtitle2")).trim()).style.margin = "0";

    const form = element(dialog, "form");
    const name = field(form, "input", "name", text("labelName"));
    const email = field(form, "input", "email", text("labelEmail"));
    const comments = field(form, "textarea", "comments", text("labelComments"));
    comments.rows = 5;
    comments.required = true;

    const outcome = element(form, "p");
    outcome.setAttribute("role", "status");
    const row = element(form, "div");
    row.style.cssText = "display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px;";
    const close = button(row, text("labelClose"), "button");
    const submit = button(row, text("labelSubmit"), "submit");

    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
        dialog.remove();
        window.postMessage("__sentry_reportdialog_closed__", "*"); // what the SDK's onClose waits for
    });

    form.addEventListener("submit", (submission) => {
        submission.preventDefault();
        submit.disabled = true;
        const body = new URLSearchParams({ name: name.value, email: email.value, comments: comments.value });
        fetch(address.href, { method: "POST", body: body }).then(
            (answer) => show(answer.ok),
            () => show(false),
        );
    });

    function show(sent) {
        outcome.textContent = text(sent ? "successMessage" : "errorGeneric");
        submit.disabled = sent;
        (sent ? close : submit).focus();
    }

    dialog.showModal();
    comments.focus();
})();
