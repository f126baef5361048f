package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds that change while they are being accepted are not there yet. */
class ChangingFeedsIT extends InstalledNightfill {

    /** What a sender may do between the copy of the first feed and that of the last. */
    enum Change {
        APPENDED {
            @Override
            void make(Path night) throws IOException {
                Files.writeString(night.resolve("order_lines.csv"), "O9,1,CHAIR,1\n", StandardOpenOption.APPEND);
            }
        },
        APPENDED_BEHIND_ITS_COPY {
            @Override
            void make(Path night) throws IOException {
                Files.writeString(night.resolve("batches.csv"), "B9,CHAIR,1,\n", StandardOpenOption.APPEND);
            }
        },
        CUT {
            @Override
            void make(Path night) throws IOException {
                try (FileChannel file = FileChannel.open(night.resolve("batches.csv"), StandardOpenOption.WRITE)) {
                    file.truncate("ref,sku,qty,eta\n".length());
                }
            }
        },
        REPLACED {
            @Override
            void make(Path night) throws IOException {
                Path other = Files.writeString(night.resolve("other"), "ref,sku,qty,eta\nB9,CHAIR,1,\n");
                Files.move(other, night.resolve("batches.csv"), StandardCopyOption.ATOMIC_MOVE);
            }
        },
        REPLACED_BY_ONE_OF_THE_SAME_SIZE_AND_TIME {
            @Override
            void make(Path night) throws IOException {
                Path batches = night.resolve("batches.csv");
                FileTime time = Files.getLastModifiedTime(batches);
                Path other = Files.writeString(
                        night.resolve("other"), Files.readString(batches).replace("CHAIR", "TABLE"));
                Files.setLastModifiedTime(other, time);
                Files.move(other, batches, StandardCopyOption.ATOMIC_MOVE);
            }
        },
        ADDED {
            @Override
            void make(Path night) throws IOException {
                Files.writeString(night.resolve("cancellations.csv"), "orderid,sku,qty\n");
            }
        },
        VOUCHED_FOR {
            @Override
            void make(Path night) throws IOException {
                Files.writeString(
                        night.resolve("control.csv"),
                        "file,rows,sha256\nbatches.csv,1,\norder_lines.csv,1,\ndispatches.csv,0,\n");
            }
        },
        TAKEN_AWAY {
            @Override
            void make(Path night) throws IOException {
                Files.delete(night.resolve("dispatches.csv"));
            }
        };

        abstract void make(Path night) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void a_change_between_two_copies(Change change) throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "dispatches.csv", "orderid,sku,qty");
        try (HeldTable held = HeldTable.of(database, "accepted_feed")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            change.make(nightfill.input().resolve(FRIDAY));
            held.release();

            assertThat(night.get(1, TimeUnit.MINUTES).with(7).error()).contains(FRIDAY, "run again");
        }
        assertThat(directories()).isEmpty();
        assertThat(nightfill.home().resolve("feeds/2026-11-20")).doesNotExist();
        nightfill.run(FRIDAY).with(0);
    }

    @Test
    void a_feed_that_grows_all_the_while() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveSmall(FRIDAY);
        Path growing = nightfill.input().resolve(FRIDAY).resolve("order_lines.csv");
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> grow(growing, ended));
        try {
            assertThat(nightfill.run(FRIDAY).with(7).error()).contains(FRIDAY);
        } finally {
            ended.set(true);
            sender.join();
        }
        assertThat(directories()).isEmpty();
        nightfill.run(FRIDAY).with(0);
        assertThat(query("select count(*) from line"))
                .containsExactly(Long.toString(Files.readAllLines(growing).size() - 1));
    }

    /** Record by record, each of them whole. */
    private static void grow(Path feed, AtomicBoolean ended) {
        try (FileChannel file = FileChannel.open(feed, StandardOpenOption.APPEND)) {
            for (int row = 0; !ended.get(); row++) {
                file.force(false);
                file.write(ByteBuffer.wrap("R%d,1,CHAIR,1\n".formatted(row).getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
