package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tukaani.xz.XZInputStream;

/** The jar as it is given away: all that is in it comes with the words of its licence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicencesIT {

    private static final String DIRECTORY = "META-INF/licenses/";
    private static final Pattern OWN_TEXT =
            Pattern.compile("(?i)(.*/)?(licen[cs]e|notice|copying|al2\\.0|lgpl2\\.1)([.-][^/]*)?");
    private static final Pattern LIBRARY = Pattern.compile("(?:\\./)?lib/([^/.]+)\\.so[^/]*");

    private final SortedMap<String, byte[]> content = new TreeMap<>();

    @BeforeAll
    void open() throws IOException {
        try (InputStream jar = Files.newInputStream(Jar.built())) {
            content.putAll(entries(jar));
        }
    }

    private static SortedMap<String, byte[]> entries(InputStream jar) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Those that have their licence in their own jars need none here. */
    @Test
    void the_index_names_each_library_without_a_text_of_its_own_and_nothing_that_is_not_there() throws IOException {
        Set<String> without = new TreeSet<>();
        for (String name : content.keySet()) {
            if (name.matches("BOOT-INF/lib/.*\\.jar")) {
                without.addAll(without(name));
            }
        }
        assertThat(index().stream().flatMap(row -> Stream.of(row.get("files").split(" ", -1))))
                .containsExactlyInAnyOrderElementsOf(without);
    }

    private Set<String> without(String name) throws IOException {
        SortedMap<String, byte[]> nested = entries(new ByteArrayInputStream(content.get(name)));
        Set<String> found = new TreeSet<>();
        if (nested.keySet().stream().noneMatch(OWN_TEXT.asMatchPredicate())) {
            found.add(name.replaceAll(".*/|-\\d[^/]*$", ""));
        }
        for (String inner : nested.keySet()) {
            if (inner.endsWith(".txz")) {
                found.addAll(libraries(nested.get(inner)));
            }
        }
        return found;
    }

    /** Of other authors, within the binaries of PostgreSQL. */
    private static Set<String> libraries(byte[] archive) throws IOException {
        Set<String> found = new TreeSet<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            LIBRARY.matcher(entry.getName()).results().forEach(match -> found.add(match.group(1)));
        }
        return found;
    }

    @Test
    void each_text_that_it_names_is_there_and_each_that_is_there_is_named() throws IOException {
        Set<String> named = new TreeSet<>(Set.of(DIRECTORY + "index.csv"));
        for (CSVRecord row : index()) {
            assertThat(row.values()).noneMatch(String::isBlank);
            for (String text : row.get("texts").split(" ", -1)) {
                assertThat(content).containsKey(DIRECTORY + text);
                assertThat(content.get(DIRECTORY + text)).hasSizeGreaterThan(400);
                named.add(DIRECTORY + text);
            }
        }
        assertThat(content.subMap(DIRECTORY, DIRECTORY + "~").keySet()).isEqualTo(named);
    }

    private List<CSVRecord> index() throws IOException {
        byte[] index = content.get(DIRECTORY + "index.csv");
        assertThat(index).isNotNull();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(index, StandardCharsets.UTF_8)))
                .getRecords();
    }
}
