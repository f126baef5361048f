package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * What a URL says beside the place, as the driver has it: by mistake a password may be in any of it.
 *
 * @param values by name
 */
record UrlParameters(Map<String, String> values) {

    /** Where a password, or another parameter, was meant to begin. */
    private static final Pattern ANOTHER = Pattern.compile("[;?]|password\\s*[=:]", Pattern.CASE_INSENSITIVE);

    private static final Set<String> PASSWORDS =
            Set.of(PGProperty.PASSWORD.getName(), PGProperty.SSL_PASSWORD.getName());
    private static final Set<String> PLACE =
            Set.of(PGProperty.PG_HOST.getName(), PGProperty.PG_PORT.getName(), PGProperty.PG_DBNAME.getName());
    private static final Pattern NO_SECRET = Pattern.compile("\\s*|-?\\d+|true|false");

    /** A URL that the driver does not read is one value. */
    static UrlParameters of(String url) {
        Properties read = Driver.parseURL(url, null);
        Map<String, String> values = new HashMap<>();
        if (read == null) {
            values.put("url", url);
        } else {
            read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        }
        values.keySet().removeAll(PLACE);
        return new UrlParameters(values);
    }

    /** Whether none but a password looks as if there were another one in it. */
    boolean areApart() {
        return values.entrySet().stream()
                .filter(parameter -> !PASSWORDS.contains(parameter.getKey()))
                .noneMatch(parameter -> ANOTHER.matcher(parameter.getValue()).find());
    }

    /** The failure, or, where it shows a value that may be secret, one that shows the parameter's name instead. */
    SQLException hiddenIn(SQLException failure) {
        return messages(failure)
                .filter(message -> !hiddenIn(message).equals(message))
                .findFirst()
                .map(message -> {
                    SQLException hidden = new SQLException(hiddenIn(message), failure.getSQLState());
                    hidden.setStackTrace(failure.getStackTrace());
                    return hidden;
                })
                .orElse(failure);
    }

    private static Stream<String> messages(SQLException failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .flatMap(throwable -> Stream.ofNullable(throwable.getMessage()));
    }

    private String hiddenIn(String message) {
        String hidden = message;
        for (Map.Entry<String, String> parameter : values.entrySet()) {
            if (mayBeSecret(parameter.getKey(), parameter.getValue())) {
                hidden = value(parameter.getValue())
                        .matcher(hidden)
                        .replaceAll(Matcher.quoteReplacement("<" + parameter.getKey() + ">"));
            }
        }
        return hidden;
    }

    private static boolean mayBeSecret(String name, String value) {
        PGProperty property = PGProperty.forName(name);
        boolean chosen = property != null
                && property.getChoices() != null
                && List.of(property.getChoices()).contains(value);
        return !chosen && !NO_SECRET.matcher(value).matches();
    }

    /** As a whole, and as the driver may spell it. */
    private static Pattern value(String value) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
