package nightfill.adapter.web.provider;

import java.util.List;
import nightfill.domain.access.RoleClaim;

/**
 * An identity provider that vouches for people.
 *
 * @param name what people call it
 * @param issuer what it calls itself, to the letter; where it is asked what else there is to know of it
 */
public record Provider(String name, String issuer, Client client, RoleClaim roles) {

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
