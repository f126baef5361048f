package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.domain.feed.ArrivedName.Foreign;
import nightfill.domain.feed.ArrivedName.NearMiss;
import nightfill.domain.feed.ArrivedName.Read;
import nightfill.domain.feed.ArrivedName.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivedNameTest {

    static final List<String> NAMES = ArrivedName.READ;

    @ParameterizedTest
    @FieldSource("NAMES")
    void a_feed_and_control_csv_are_read(String name) {
        assertThat(ArrivedName.of(name)).isEqualTo(new Read());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void every_name_that_is_read_can_be_missed_and_uploaded(String name) {
        assertNearMiss(name.toUpperCase(Locale.ROOT), name);
        assertNearMiss(name.toUpperCase(Locale.forLanguageTag("tr")), name);
        assertNearMiss(name.replace(".csv", " (1).csv"), name);
        assertUpload(name + ".filepart", name);
        assertUpload("." + name + ".aB3xYz", name);
        assertUpload(name + ".download/" + name, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // case
                "Order_lines.csv",
                "ORDER_LINES.CSV",
                "order_lines.CSV",
                "order_lines.Csv",
                // blanks
                " order_lines.csv",
                "order_lines.csv ",
                "order_lines .csv",
                "order_lines. csv",
                "order_lines\t.csv",
                "order_lines.csv\r",
                "order_lines.csv\n",
                "order lines.csv",
                // what is written for the blank between the words
                "order-lines.csv",
                "orderlines.csv",
                "OrderLines.csv",
                "order__lines.csv",
                "order\u2010lines.csv",
                "order\u2013lines.csv",
                // as Windows, macOS, Linux desktops and browsers number copies
                "order_lines (1).csv",
                "order_lines(1).csv",
                "order_lines (12).csv",
                "order_lines [1].csv",
                "order_lines (1) (1).csv",
                "order_lines 2.csv",
                "order_lines_1.csv",
                "order_lines - Copy.csv",
                "order_lines - Copy (2).csv",
                "order_lines copy.csv",
                "order_lines copy 2.csv",
                "order_lines (copy).csv",
                "order_lines_copy.csv",
                "order_lines - Kopie.csv",
                "order_lines - Kopie (3).csv",
                "order_lines - copie.csv",
                "order_lines - Copia.csv",
                "order_lines - C\u00F3pia.csv",
                "order_lines - Co\u0301pia.csv",
                "order_lines - \u043A\u043E\u043F\u0438\u044F.csv",
                "order_lines - \u30B3\u30D4\u30FC.csv",
                "order_lines - \u526F\u672C.csv",
                "Copy of order_lines.csv",
                "Copy (2) of order_lines.csv",
                "Kopie von order_lines.csv",
                "Copie de order_lines.csv",
                "Copia di order_lines.csv",
                "Kopie van order_lines.csv",
                "Kopi af order_lines.csv",
                // as wget, Pure-FTPd and others number what is there already
                "order_lines.csv.1",
                "order_lines.1.csv",
                "order_lines.csv (1)",
                "order_lines.csv_1",
                // as cloud clients name what two people have changed
                "order_lines (conflicted copy 2026-11-18).csv",
                "order_lines (Anna's conflicted copy 2026-11-18).csv",
                "order_lines (conflicted copy 2026-11-18 061502).csv",
                "order_lines (In Konflikt stehende Kopie von Anna 2026-11-18).csv",
                "order_lines.sync-conflict-20261118-061502-ABCDEFG.csv",
                // endings
                "order_lines.csv.csv",
                "order_lines.csv.txt",
                "order_lines.csv.TXT",
                "order_lines.txt.csv",
                "order_lines.csv.csv.csv",
                "order_lines..csv",
                "order_lines.csv.",
                // several of these
                "Order Lines (1).CSV.txt",
                "\uFF4F\uFF52\uFF44\uFF45\uFF52_lines.csv"
            })
    void a_name_but_for_how_it_is_written_is_a_near_miss(String name) {
        assertNearMiss(name, "order_lines.csv");
    }

    @ParameterizedTest
    @MethodSource("charactersThatDoNotShow")
    void a_blank_or_a_format_character_is_of_no_account_wherever_it_is(int point) {
        String blank = Character.toString(point);
        assertNearMiss(blank + "batches.csv", "batches.csv");
        assertNearMiss("batches" + blank + ".csv", "batches.csv");
        assertNearMiss("batches." + blank + "csv", "batches.csv");
        assertNearMiss("batches.csv" + blank, "batches.csv");
        assertNearMiss("order" + blank + "lines.csv", "order_lines.csv");
    }

    static IntStream charactersThatDoNotShow() {
        return IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(point -> point != '/')
                .filter(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // parts of a feed, and what is dated, is another file
                "order_lines-1.csv",
                "order_lines-eu.csv",
                "order_lines-copy.csv",
                "batches_20261118.csv",
                "batches-2026-11-18.csv",
                "batches.csv.20261118",
                "batches.csv-20261118",
                // what lies beside a feed
                "batches.csv.gz",
                "batches.csv.zip",
                "batches.csv.sha256",
                "batches.csv.md5",
                "batches.csv.asc",
                "batches.csv.done",
                "batches.csv.ok",
                "batches.csv.bak",
                "batches.csv.backup",
                "batches.csv.old",
                "batches.csv.orig",
                "batches.csv-original",
                "batches.csv~",
                "batches.csv.~1~",
                "batches.xlsx",
                "batches.txt",
                "batches",
                "batches.csv.xlsx",
                // what office programs and systems leave
                ".~lock.order_lines.csv#",
                "~$order_lines.csv",
                "._order_lines.csv",
                ".DS_Store",
                "Thumbs.db",
                "desktop.ini",
                ".nfs000000000001",
                "lost+found",
                // other words
                "purchasing-notes.txt",
                "my_batches.csv",
                "old order_lines.csv",
                "lines.csv",
                "order_line.csv",
                "border_lines.csv",
                "notes.txt.filepart",
                "notes.csv.part",
                ".notes.csv.aB3xYz",
                ".csv",
                ".part",
                "",
                // in directories of other kinds
                "..data/batches.csv",
                ".snapshot/batches.csv",
                ".~tmp~/notes.txt"
            })
    void any_other_name_is_foreign(String name) {
        assertThat(ArrivedName.of(name)).isEqualTo(new Foreign());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // WinSCP, Total Commander and others (winscp.net/eng/docs/resume)
                "order_lines.csv.filepart",
                "order_lines.csv.FILEPART",
                // lftp: xfer:temp-file-name as it is by default and as it is set most, pget (lftp(1))
                ".in.order_lines.csv",
                ".in.order_lines.csv.",
                "order_lines.csv.lftp",
                "order_lines.csv.lftp-pget-status",
                // ProFTPD's HiddenStores (proftpd.org, mod_xfer)
                ".in.order_lines.csv.",
                // rsync: beside the file, --partial-dir, --delay-updates (rsync(1))
                ".order_lines.csv.aB3xYz",
                ".rsync-partial/order_lines.csv",
                ".~tmp~/order_lines.csv",
                ".~tmp~/.order_lines.csv.aB3xYz",
                // rclone (--partial-suffix, rclone.org/docs)
                "order_lines.csv.partial",
                "order_lines.csv.a1b2c3d4.partial",
                // Cyberduck and Mountain Duck (queue.upload.file.temporary.format)
                "order_lines.csv-aB3xYz12",
                "order_lines.csv-1e7b6b3c-0b1f-4c5e-9f64-2f0d5a3c9b11",
                // browsers: Firefox, Chrome and Edge, Safari, Opera, Internet Explorer
                "order_lines.csv.part",
                "order_lines.aB3xYz-_.csv.part",
                "order_lines.csv.crdownload",
                "order_lines.csv.download",
                "order_lines.csv.download/order_lines.csv",
                "order_lines.csv.opdownload",
                "order_lines.csv.aB3xYz1.partial",
                // aws s3 cp (s3transfer), gsutil and gcloud storage, azcopy, hadoop fs -put
                "order_lines.csv.6eF8a9B1",
                "order_lines.csv_.gstmp",
                ".azDownload-1e7b6b3c-0b1f-4c5e-9f64-2f0d5a3c9b11-order_lines.csv",
                "order_lines.csv._COPYING_",
                // Nextcloud and ownCloud: client, server
                ".order_lines.csv.~1a2b3c4d",
                ".~order_lines.csv",
                "order_lines.csv.ocTransferId1764137702.part",
                // Syncthing, Unison, FreeFileSync, Resilio Sync
                ".syncthing.order_lines.csv.tmp",
                "~syncthing~order_lines.csv.tmp",
                ".unison.order_lines.csv.1a2b3c4d.unison.tmp",
                "order_lines.csv.1a2b.ffs_tmp",
                "order_lines.csv.!sync",
                // Spring Integration, SFTPPlus, web front ends, programs that write and rename
                "order_lines.csv.writing",
                "order_lines.csv.incomplete",
                "order_lines.csv.inprogress",
                "order_lines.csv.upload",
                "order_lines.csv.uploading",
                "order_lines.csv.tmp",
                "order_lines.csv.tmp1",
                "order_lines.csv.temp",
                "order_lines.csv.TMP",
                "order_lines.csv.1a2b3c.tmp",
                ".order_lines.csv",
                ".order_lines.csv.tmp",
                ".order_lines.csv.swp",
                // JetBrains, macOS, aria2
                "order_lines.csv___jb_tmp___",
                "order_lines.csv.sb-1a2b3c4d-AbCdEf",
                "order_lines.csv.aria2",
                // of what will be a near miss
                "Order_lines.csv.filepart",
                "order_lines (1).csv.crdownload",
                ".ORDER_LINES.CSV.aB3xYz"
            })
    void a_file_that_is_still_being_uploaded_shows_of_what(String name) {
        assertUpload(name, "order_lines.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".pureftpd-upload.4eefcd05.15.543d.f8a021e",
                ".goutputstream-AB3XYZ",
                "Unconfirmed 123456.crdownload",
                ".getxfer.123.456.mega"
            })
    void some_clients_hide_of_what(String name) {
        assertThat(ArrivedName.of(name)).isEqualTo(new Upload(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "(",
                ".",
                "-",
                ".csv",
                ".txt",
                ". csv",
                " 1",
                " (1)",
                "copy ",
                "batches",
                " copy 1",
                " - copy (1)",
                "_copy_1",
                " (copy 1)",
                " (conflict)",
                ".sync-conflict-1",
                ".part",
                ".part1",
                "-a1b2c3d4",
                ".a1b2.part",
                ".a1b2c3d4",
                ".csv.a1"
            })
    void the_longest_name_of_a_file_is_judged_at_once(String repeated) {
        String longest = repeated.repeat(230 / repeated.length());
        Stream.of(
                        "batches%s!",
                        "%sbatches!", "batches.csv%s!", "batches%s.csv!", ".batches%s.csv!", "copy %sof batches.csv!")
                .map(name -> name.formatted(longest))
                .forEach(name -> assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ArrivedName.of(name), name));
    }

    @Test
    void a_word_in_several_languages_stays_one_of_its_own() {
        Stream.of("copy.csv", "Kopie.csv", "1.csv", "(1).csv", "copy of.csv")
                .forEach(name -> assertThat(ArrivedName.of(name)).isEqualTo(new Foreign()));
    }

    private static void assertNearMiss(String name, String meant) {
        assertThat(ArrivedName.of(name)).as(name).isEqualTo(new NearMiss(meant));
    }

    private static void assertUpload(String name, String of) {
        assertThat(ArrivedName.of(name)).as(name).isEqualTo(new Upload(Optional.of(of)));
    }
}
