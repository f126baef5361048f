package nightfill.adapter.web.console.account;

import nightfill.domain.access.Role;

/** What a role is for, for those who give it. */
final class RoleWords {

    private RoleWords() {}

    static String may(Role role) {
        return switch (role) {
            case VIEWER -> "sees everything, and can do nothing";
            case OPERATOR -> "also runs, restarts, stops, takes over and publishes nights";
            case ADMIN -> "also abandons and corrects nights, and manages accounts and tokens";
        };
    }
}
