package nightfill.adapter.web.security;

import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.security.AccessMatrix.Row;
import nightfill.domain.access.Act;
import nightfill.domain.access.Role;
import org.springframework.http.HttpMethod;

/** The rows of the matrix: what people see and press, and the same for programs. */
final class AccessRows {

    /** What programs ask for is below. */
    static final String API = "/api";

    /** And this. */
    static final String METRICS = "/actuator/prometheus";

    private static final List<Row> PAGES = List.of(
            Row.open(HttpMethod.GET, "/console.css"),
            Row.open(HttpMethod.GET, "/live.js"),
            Row.open(HttpMethod.GET, "/icon.svg"),
            Row.open(HttpMethod.GET, "/favicon.ico"),
            Row.open(HttpMethod.GET, "/log-in"),
            Row.open(HttpMethod.GET, "/set-up"),
            Row.open(HttpMethod.POST, "/set-up"),
            Row.open(HttpMethod.GET, "/join"),
            Row.open(HttpMethod.POST, "/join"),
            Row.open(HttpMethod.GET, "/actuator/health"),
            Row.open(HttpMethod.GET, "/actuator/health/readiness"),
            Row.open(HttpMethod.GET, "/actuator/health/liveness"),
            Row.of(HttpMethod.GET, "/", Role.VIEWER),
            Row.of(HttpMethod.GET, "/audit", Role.VIEWER),
            Row.of(HttpMethod.GET, "/start", Role.OPERATOR),
            Row.of(HttpMethod.GET, "/account", Role.VIEWER),
            Row.of(HttpMethod.GET, "/account/{act}", Role.VIEWER),
            Row.of(HttpMethod.POST, "/account/{act}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/accounts", Role.ADMIN),
            Row.of(HttpMethod.GET, "/new-account", Role.ADMIN),
            Row.of(HttpMethod.POST, "/new-account", Role.ADMIN),
            Row.of(HttpMethod.GET, "/accounts/{name}", Role.ADMIN),
            Row.of(HttpMethod.GET, "/accounts/{name}/{act}", Role.ADMIN),
            Row.of(HttpMethod.POST, "/accounts/{name}/{act}", Role.ADMIN),
            Row.of(HttpMethod.GET, "/tokens", Role.ADMIN),
            Row.of(HttpMethod.GET, "/new-token", Role.ADMIN),
            Row.of(HttpMethod.POST, "/new-token", Role.ADMIN),
            Row.of(HttpMethod.GET, "/tokens/{client}/revoke", Role.ADMIN),
            Row.of(HttpMethod.POST, "/tokens/{client}/revoke", Role.ADMIN),
            Row.of(HttpMethod.GET, "/trends", Role.VIEWER),
            Row.of(HttpMethod.GET, "/find", Role.VIEWER),
            Row.of(HttpMethod.GET, "/order", Role.VIEWER),
            Row.of(HttpMethod.GET, "/batch", Role.VIEWER),
            Row.of(HttpMethod.GET, "/sku", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/rejects", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/refused", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/reports", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/report", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/report/framed", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/files/{name}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/attend", Role.OPERATOR),
            Row.of(HttpMethod.POST, "/nights/{date}/{number}/attend", Role.OPERATOR),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}", Role.VIEWER));

    private static final List<Row> PROGRAMS = List.of(
            Row.of(HttpMethod.GET, METRICS, Role.VIEWER),
            Row.open(HttpMethod.GET, "/api/openapi.json"),
            Row.of(HttpMethod.POST, "/api/allocations", Role.OPERATOR),
            Row.of(HttpMethod.GET, "/api/attention", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/audit", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/requests/{request}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/find", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/order", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/order/events", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/batch", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/batch/lines", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/sku", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/sku/lines", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/nights", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/nights/{date}/{number}/rejects", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/nights/{date}/{number}/files", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/nights/{date}/{number}/files/{name}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/api/nights/{date}/{number}", Role.VIEWER));

    private AccessRows() {}

    static List<Row> all() {
        return Stream.of(acts(""), PAGES.stream(), acts(API), PROGRAMS.stream())
                .flatMap(rows -> rows)
                .toList();
    }

    private static Stream<Row> acts(String below) {
        return Stream.concat(
                Stream.of(Act.RESTART, Act.STOP, Act.TAKE_OVER, Act.ABANDON, Act.CORRECT, Act.PUBLISH)
                        .flatMap(act -> rows(below + "/nights/{date}/{number}/", act)),
                Stream.of(
                                Act.RUN,
                                Act.ACCEPT_SAME_FEED,
                                Act.ACCEPT_SHRUNK_FEEDS,
                                Act.ACCEPT_RENUMBERED,
                                Act.RUN_PENDING,
                                Act.RUN_AFTER_RESTORE)
                        .flatMap(act -> rows(below + "/nights/{date}/", act)));
    }

    /** To see what an act would do takes the role that may do it. */
    private static Stream<Row> rows(String of, Act act) {
        String path = of + AccessMatrix.segment(act);
        return Stream.of(HttpMethod.GET, HttpMethod.POST).map(method -> Row.of(method, path, act.least()));
    }
}
