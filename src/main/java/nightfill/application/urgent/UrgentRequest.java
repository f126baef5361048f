package nightfill.application.urgent;

import java.util.Optional;
import nightfill.domain.access.Actor;
import nightfill.domain.allocation.OrderLine;

/**
 * Asks for one line to be allocated at once.
 *
 * @param key by which the client tells one request from another, however often it sends it
 */
public record UrgentRequest(OrderLine line, Actor client, Optional<String> key) {}
