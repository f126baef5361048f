package nightfill.application.metrics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightfill.application.watch.NeedsAttention.Attention;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.domain.watch.NightStatus;

/**
 * What is not done.
 *
 * @param troubles nights that need a person, by what became of them
 * @param owed finished runs that directories lack, one for each directory
 */
public record Unsettled(Map<NightStatus, Long> troubles, long owed) {

    /** What becomes of nights that need a person. */
    public static final List<NightStatus> TROUBLES = List.of(
            NightStatus.FAILED, NightStatus.REFUSED, NightStatus.UNBALANCED, NightStatus.KILLED, NightStatus.STOPPED);

    static Unsettled of(Attention attention) {
        return new Unsettled(
                attention.troubles().stream()
                        .map(Trouble::status)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                attention.owed().size());
    }

    public long nights(NightStatus trouble) {
        return troubles.getOrDefault(trouble, 0L);
    }
}
