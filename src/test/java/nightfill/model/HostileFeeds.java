package nightfill.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Feeds out of a seed, as bytes by file name: good ones, and such as were damaged on their way or meant to do harm. */
public final class HostileFeeds {

    private final Random random;
    private final RandomFeeds feeds;
    private final Spoiling spoiling;

    /** Always the same feeds for the same seed. */
    public HostileFeeds(long seed) {
        random = new Random(seed);
        feeds = new RandomFeeds(random);
        spoiling = new Spoiling(random);
    }

    /** Feeds as they should be, on what stands in the model. */
    public Map<String, byte[]> good(LocalDate date, NightModel model) {
        boolean opening = model.state().lines.isEmpty() && random.nextBoolean();
        return bytes(feeds.night(date, opening, model.state()));
    }

    /** Damaged ones, which may by chance be good ones. */
    public Map<String, byte[]> damaged(LocalDate date, NightModel model) {
        boolean opening = random.nextInt(model.state().lines.isEmpty() ? 2 : 30) == 0;
        Map<String, String> texts = new HashMap<>(feeds.night(date, opening, model.state()));
        Map<String, byte[]> files = bytes(texts);
        for (int times = random.nextInt(2); times >= 0; times--) {
            damageOne(files);
        }
        boolean vouched = files.containsKey(ControlFile.FILE) ? random.nextInt(5) > 0 : random.nextInt(8) == 0;
        if (vouched) {
            vouch(files);
        }
        return files;
    }

    /** A truth about damaged files. */
    public static void vouch(Map<String, byte[]> files) {
        files.put(ControlFile.FILE, ControlFile.ofBytes(files).getBytes(UTF_8));
    }

    private void damageOne(Map<String, byte[]> files) {
        String file = pick(List.copyOf(files.keySet()));
        switch (random.nextInt(25)) {
            case 0 -> files.put(file, spoiling.noise());
            case 1 -> files.put(file, files.getOrDefault(pick(List.copyOf(files.keySet())), new byte[0]));
            case 2 -> files.remove(random.nextInt(5) == 0 ? file : FeedRows.DISPATCHES);
            case 3 -> files.put(pick(FeedRows.FILES), files.getOrDefault(file, new byte[0]));
            default -> files.put(file, spoiling.spoil(files.getOrDefault(file, new byte[0])));
        }
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> bytes = new TreeMap<>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        return bytes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
