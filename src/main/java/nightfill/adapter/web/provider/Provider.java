package nightfill.adapter.web.provider;

import java.net.URI;
import java.util.List;
import java.util.Set;
import nightfill.domain.access.RoleClaim;

/**
 * An identity provider that vouches for people.
 *
 * @param name what people call it
 * @param issuer what it calls itself, to the letter; where it is asked what else there is to know of it
 */
public record Provider(String name, String issuer, Client client, RoleClaim roles) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether nobody between can listen to what an address is told, or answer in its place: it is by TLS, or on this host. */
    public static boolean isGuarded(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
    }

    /**
     * What the console is to it.
     *
     * @param scopes what the console asks to be told
     */
    public record Client(String id, String secret, List<String> scopes) {

        public Client {
            scopes = List.copyOf(scopes);
        }

        /** Nothing that a log may not show. */
        @Override
        public String toString() {
            return id;
        }
    }
}
