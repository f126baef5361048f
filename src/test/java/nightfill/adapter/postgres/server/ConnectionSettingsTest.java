package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ConnectException;
import java.time.Duration;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sslmode              | Invalid sslmode value: <sslmode>
            connectTimeout       | connectTimeout parameter value must be an integer but was: <connectTimeout>
            targetServerType     | Invalid targetServerType value: <targetServerType>
            socketFactory        | The SocketFactory class provided <socketFactory> could not be instantiated
            connectExecutor      | Could not instantiate connectExecutor: <connectExecutor>
            service              | Unable to parse URL <url>
            """)
    void of_a_parameter_that_is_wrong_only_the_name_is_shown(String name, String shown) {
        Throwable failure = failure(name + "=S3cret%2Fword&password=");

        assertThat(DatabaseTrouble.of(failure)).isEqualTo(shown);
        assertThat(ExceptionUtils.getStackTrace(failure)).doesNotContainIgnoringCase("s3cret");
    }

    @Test
    void what_the_driver_takes_is_hidden_nowhere() {
        Throwable failure = failure("connectTimeout=1&sslmode=disable&tcpKeepAlive=true&ApplicationName=o");

        assertThat(failure).hasMessageContaining("localhost:1 refused");
        assertThat(failure).hasRootCauseInstanceOf(ConnectException.class);
    }

    private static Throwable failure(String parameters) {
        ConnectionSettings settings =
                new ConnectionSettings("jdbc:postgresql://localhost:1/night?" + parameters, "shop", "");
        return catchThrowable(() -> settings.open("loginTimeout", Duration.ofSeconds(5)));
    }
}
