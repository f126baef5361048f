package nightfill.adapter.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nightfill.application.report.ReportWriter.Report;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.proof.Sha256;

/** A report on its way to a file, hashed as it passes. */
final class CsvReport implements Report {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Sha256 sha256 = new Sha256();
    private final Writer writer;
    private long rows;

    CsvReport(FileChannel channel, List<String> header) throws IOException {
        this.channel = channel;
        this.writer = writer();
        CsvLine.write(header, writer);
    }

    private Writer writer() {
        OutputStream hashed = sha256.over(Channels.newOutputStream(channel));
        // an encoder of its own reports what it cannot encode; a named charset would write a question mark
        return new BufferedWriter(new OutputStreamWriter(hashed, StandardCharsets.UTF_8.newEncoder()), BUFFER);
    }

    @Override
    public void add(List<String> row) throws IOException {
        CsvLine.write(row, writer);
        rows++;
    }

    @Override
    public Written finish() throws IOException {
        writer.flush();
        channel.force(true);
        return new Written(rows, channel.position(), sha256.hex());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
