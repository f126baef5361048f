package nightfill.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".~lock.allocations.csv#",
                ".~lock.#",
                "~$x.xlsx",
                "~$",
                "~WRL0003.tmp",
                ".allocations.csv.swp",
                ".#stock.csv",
                ".DS_Store",
                "._stock.csv",
                "._.DS_Store",
                ".Spotlight-V100/Store-V2/index",
                "Thumbs.db",
                "thumbs.db",
                "ehthumbs.db",
                "desktop.ini",
                "Desktop.ini",
                "$RECYCLE.BIN/S-1-5/desktop.ini",
                "System Volume Information",
                ".nfs000000000123456700000001",
                ".fuse_hidden0000000100000001",
                ".smbdeleteAAA1f.4",
                ".__afs1234",
                "lost+found",
                "lost+found/#12",
                ".Trash-1000/files/stock.csv",
                ".directory",
                "@eaDir/stock.csv@SynoEAStream",
                "#recycle/stock.csv",
                ".sync_a1b2c3.db-wal",
                "._sync_a1b2c3.db",
                ".nextcloudsync.log",
                ".stfolder",
                ".dropbox.attr",
                "2026-11-18/run-1/.~lock.allocations.csv#",
                "2026-11-18/.DS_Store"
            })
    void what_programs_and_systems_leave_is_foreign(String path) {
        assertThat(Foreign.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "allocations.csv",
                "MANIFEST.sha256",
                "2026-11-18/run-1/report.html",
                ".nightfill-database",
                ".nightfill-sync/1",
                ".2026-11-18-run-1.a7",
                "allocations.csv~",
                "allocations (copy).csv",
                "allocations.csv.tmp",
                "~allocations.csv",
                "lock.allocations.csv#",
                ".~lock.allocations.csv",
                "x~$y",
                "ds_store",
                "thumbs.db.csv",
                "mydesktop.ini",
                "lost+found.csv",
                ".hidden",
                "eaDir"
            })
    void what_a_person_may_have_meant_is_not(String path) {
        assertThat(Foreign.is(path)).isFalse();
    }
}
