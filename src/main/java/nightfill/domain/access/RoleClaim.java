package nightfill.domain.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What gives people a role for whom an identity provider vouches.
 *
 * @param name of the claim; where no claim has the whole name, the way to one through others: {@code realm_access.roles}
 * @param roles by the values that give them
 */
public record RoleClaim(String name, Map<String, Role> roles) {

    public RoleClaim {
        roles = Map.copyOf(roles);
    }

    /** The highest role that the claim gives; none where it is missing or has no value that gives one. */
    public Optional<Role> in(Map<String, ?> claims) {
        return values(found(claims, name))
                .map(roles::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** Whether somebody has it at all. */
    public boolean isIn(Map<String, ?> claims) {
        return found(claims, name) != null;
    }

    private static Stream<String> values(@Nullable Object claim) {
        Collection<?> values =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        return values.stream().filter(String.class::isInstance).map(String.class::cast);
    }

    private static @Nullable Object found(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? found(inner, path.substring(dot + 1))
                : null;
    }
}
