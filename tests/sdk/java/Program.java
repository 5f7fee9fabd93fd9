// SPDX-License-Identifier: GPL-3.0-or-later
package shop;

import io.sentry.Attachment;
import io.sentry.Breadcrumb;
import io.sentry.CheckIn;
import io.sentry.CheckInStatus;
import io.sentry.Hint;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryLevel;
import io.sentry.TransactionOptions;
import io.sentry.protocol.Feedback;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The shop with bugs once more, with the Java SDK: {@code Program SCENARIO}. */
public final class Program {
    static class PaymentException extends RuntimeException {
        PaymentException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static int divide(int total, int parts) {
        return total / parts;
    }

    static int splitBill(int total, List<String> guests) {
        return divide(total, guests.size());
    }

    static void uncaught() {
        splitBill(42, List.of());
    }

    static String readCard(Map<String, String> wallet) {
        if (!wallet.containsKey("card")) {
            throw new IllegalStateException("no card in the wallet");
        }
        return wallet.get("card");
    }

    static void pay(int order) {
        try {
            readCard(Map.of("cash", "3"));
        } catch (IllegalStateException missing) {
            throw new PaymentException("order " + order + " cannot be paid", missing);
        }
    }

    static void caughtChain() {
        try {
            pay(17);
        } catch (PaymentException error) {
            Sentry.captureException(error);
        }
    }

    static void addBreadcrumb(String category, String message, SentryLevel level, String key, Object value) {
        Breadcrumb breadcrumb = new Breadcrumb(message);
        breadcrumb.setCategory(category);
        breadcrumb.setLevel(level);
        breadcrumb.setData(key, value);
        Sentry.addBreadcrumb(breadcrumb);
    }

    static void context() {
        User user = new User();
        user.setId("42");
        user.setUsername("ada");
        user.setEmail("ada@example.org");
        Sentry.setUser(user);
        Sentry.setTag("shop", "ladders");
        Sentry.setExtra("attempt", "2");
        Sentry.configureScope(scope -> scope.setContexts("basket", Map.of("items", 3, "total", "37.00")));
        addBreadcrumb("cart", "added ladder", SentryLevel.INFO, "sku", "L-300");
        addBreadcrumb("http", "card refused", SentryLevel.WARNING, "status", 402);
        Sentry.captureMessage("The basket is empty", SentryLevel.WARNING);
    }

    /** What is sent beside events, and an event of the same trace. */
    static void beside() {
        Sentry.startSession();
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        ITransaction transaction = Sentry.startTransaction("POST /checkout", "checkout", options);
        ISpan span = transaction.startChild("db", "SELECT price FROM ladders");
        caughtChain();
        span.finish();
        transaction.finish();

        byte[] text = "1 ladder\n".getBytes(StandardCharsets.UTF_8);
        Hint hint = Hint.withAttachment(new Attachment(text, "basket.txt", "text/plain"));
        Sentry.captureMessage("The basket is attached", SentryLevel.INFO, scope -> scope.addAttachment(hint.getAttachments().get(0)));
        Feedback feedback = new Feedback("It does not open");
        feedback.setName("Ada");
        feedback.setContactEmail("ada@example.org");
        Sentry.feedback().capture(feedback);
        Sentry.logger().info("basket opened with %s items", 3);
        SentryId checkIn = Sentry.captureCheckIn(new CheckIn("stocktaking", CheckInStatus.IN_PROGRESS));
        Sentry.captureCheckIn(new CheckIn(checkIn, "stocktaking", CheckInStatus.OK));
        Sentry.endSession();
    }

    public static void main(String[] arguments) {
        Sentry.init(options -> {
            options.setDsn(System.getenv("SENTRY_DSN"));
            options.setRelease("shop@1.4.2");
            options.setEnvironment("test");
            options.setServerName("till-3");
            options.setTracesSampleRate(1.0);
            options.addInAppInclude("shop");
            options.getLogs().setEnabled(true);
        });
        switch (arguments[0]) {
            case "uncaught" -> uncaught();
            case "caught_chain" -> caughtChain();
            case "context" -> context();
            case "beside" -> beside();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        Sentry.flush(10000);
        Sentry.close();
    }
}
