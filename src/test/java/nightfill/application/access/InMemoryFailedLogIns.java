package nightfill.application.access;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nightfill.domain.access.Throttle;

/** Failures to log in, in memory. */
public final class InMemoryFailedLogIns implements FailedLogIns {

    private final Map<String, Throttle> failed = new TreeMap<>();

    @Override
    public Throttle of(String key) {
        return failed.getOrDefault(key, Throttle.NONE);
    }

    @Override
    public boolean note(String key, Throttle before, Throttle after) {
        if (!of(key).equals(before)) {
            return false;
        }
        failed.put(key, after);
        return true;
    }

    @Override
    public void forget(String key) {
        failed.remove(key);
    }

    @Override
    public void forgetBefore(Instant time) {
        failed.values().removeIf(throttle -> throttle.last().isBefore(time));
    }
}
