package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** How many sessions of strangers are kept. */
class StrangersTest {

    private final List<String> ended = new ArrayList<>();
    private final Strangers strangers = new Strangers(2);

    @Test
    void the_oldest_of_too_many_ends() {
        begin("a");
        begin("b");
        assertThat(ended).isEmpty();
        begin("c");
        assertThat(ended).containsExactly("a");
    }

    @Test
    void whoever_is_logged_in_or_gone_is_not_counted() {
        HttpSession known = begin("a");
        strangers.attributeAdded(
                new HttpSessionBindingEvent(known, HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        strangers.sessionDestroyed(new HttpSessionEvent(begin("b")));
        begin("c");
        begin("d");
        assertThat(ended).isEmpty();
        begin("e");
        assertThat(ended).containsExactly("c");
    }

    private HttpSession begin(String name) {
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (self, method, arguments) -> {
                    return switch (method.getName()) {
                        case "invalidate" -> {
                            ended.add(name);
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == arguments[0];
                        default -> null;
                    };
                });
        strangers.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
