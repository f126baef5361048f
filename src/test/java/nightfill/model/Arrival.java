package nightfill.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies in INPUT for a date, as bytes by file name: not there yet, refused for its form, or feeds for the model. */
public final class Arrival {

    private final Map<String, byte[]> files;
    private final Map<String, String> texts = new HashMap<>();
    private final boolean isUtf8;
    private final Optional<Word> word;

    public Arrival(Map<String, byte[]> files) {
        this.files = files;
        files.forEach((name, bytes) -> decoded(bytes).ifPresent(text -> texts.put(name, text)));
        isUtf8 = FeedRows.FILES.stream().filter(files::containsKey).allMatch(texts::containsKey);
        word = Word.of(texts.getOrDefault(ControlFile.FILE, ""));
    }

    /** What a call for that date must come to. */
    public Run runOn(NightModel model, LocalDate date) {
        if (isWide()) {
            return model.without(Run.Outcome.REFUSED, date);
        } else if (!isThere()) {
            return model.without(Run.Outcome.NOT_READY, date);
        } else if (!isUtf8 || !isVouchedFor()) {
            return model.without(Run.Outcome.REFUSED, date);
        }
        Map<String, String> read = new HashMap<>(texts);
        read.replaceAll((file, text) -> isSaidToHaveNone(file) ? "orderid,sku,qty,batchref\n" : text);
        return model.run(date, read);
    }

    private boolean isWide() {
        return files.entrySet().stream()
                .anyMatch(file ->
                        (FeedRows.FILES.contains(file.getKey()) || file.getKey().equals(ControlFile.FILE))
                                && Wide.is(file.getValue()));
    }

    private boolean isThere() {
        return files.containsKey(FeedRows.BATCHES)
                && files.containsKey(FeedRows.ORDER_LINES)
                && !isTorn(ControlFile.FILE)
                && word.stream().flatMap(it -> it.entries().keySet().stream()).allMatch(files::containsKey)
                && FeedRows.FILES.stream()
                        .allMatch(file -> !isTorn(file) || isVouchedFor(file) || isSaidToHaveNone(file));
    }

    private boolean isTorn(String file) {
        byte[] bytes = files.getOrDefault(file, new byte[0]);
        String end = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\u001a+$", "");
        return !end.isEmpty() && !end.endsWith("\n") && !end.endsWith("\r");
    }

    private boolean isVouchedFor(String file) {
        return word.map(it -> it.entries().get(file))
                .filter(entry -> entry.sha256().equals(sha256(file)))
                .isPresent();
    }

    /** Nothing at all, as its sender says of a feed without which there can be a night. */
    private boolean isSaidToHaveNone(String file) {
        return !file.equals(FeedRows.BATCHES)
                && !file.equals(FeedRows.ORDER_LINES)
                && Records.of(texts.getOrDefault(file, "x"))
                        .filter(List::isEmpty)
                        .isPresent()
                && word.map(it -> it.entries().get(file))
                        .filter(entry -> entry.rows() == 0)
                        .isPresent();
    }

    private boolean isVouchedFor() {
        return !files.containsKey(ControlFile.FILE)
                || word.filter(it -> FeedRows.FILES.stream()
                                .filter(files::containsKey)
                                .allMatch(file -> isAsSaid(file, it.entries().get(file))))
                        .isPresent();
    }

    private boolean isAsSaid(String file, Word.@Nullable Entry said) {
        return said != null
                && (said.sha256().isEmpty() || said.sha256().equals(sha256(file)))
                && said.rows() == new FeedRows(file, texts.getOrDefault(file, "")).rows.size();
    }

    private String sha256(String file) {
        return ControlFile.sha256(files.getOrDefault(file, new byte[0]));
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A control file that can be read. */
    private record Word(Map<String, Entry> entries) {

        private record Entry(long rows, String sha256) {}

        static Optional<Word> of(String text) {
            List<Records.Entry> records = Records.of(text).orElse(List.of());
            if (records.isEmpty()) {
                return Optional.empty();
            }
            List<String> header =
                    records.get(0).fields().stream().map(Word::name).toList();
            List<Integer> places = List.of("file", "rows", "sha256").stream()
                    .map(header::indexOf)
                    .toList();
            boolean differ = Stream.of("file", "rows", "sha256")
                    .allMatch(name -> header.indexOf(name) == header.lastIndexOf(name));
            Map<String, Entry> entries = new HashMap<>();
            boolean good = !places.contains(-1)
                    && differ
                    && records.stream()
                            .skip(1)
                            .allMatch(record -> add(record.fields(), places, header.size(), entries));
            return good ? Optional.of(new Word(entries)) : Optional.empty();
        }

        private static boolean add(List<String> fields, List<Integer> places, int width, Map<String, Entry> entries) {
            if (fields.size() != width || fields.stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
                return false;
            }
            String file = Csv.trimmed(fields.get(places.get(0)));
            String rows = Csv.trimmed(fields.get(places.get(1)));
            String sha256 = Csv.trimmed(fields.get(places.get(2))).toLowerCase(Locale.ROOT);
            return FeedRows.FILES.contains(file)
                    && Shape.isQuantity(rows, 0)
                    && sha256.matches("([0-9a-f]{64})?")
                    && entries.put(file, new Entry(Long.parseLong(rows), sha256)) == null;
        }

        private static String name(String field) {
            return Csv.trimmed(field).toLowerCase(Locale.ROOT);
        }
    }
}
