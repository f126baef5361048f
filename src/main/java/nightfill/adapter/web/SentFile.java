package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.application.look.InstalledFiles.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.DisconnectedClientHelper;

/** Sends a file as it is. */
public final class SentFile {

    private SentFile() {}

    /** To be kept under a name. */
    public static void send(HttpServletResponse response, String name, Opened file) throws IOException {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        send(response, file);
    }

    /** Of the type that the answer has; whoever goes away meanwhile is no trouble. */
    public static void send(HttpServletResponse response, Opened file) throws IOException {
        try (file) {
            response.setContentLengthLong(file.bytes());
            file.copyTo(response.getOutputStream());
        } catch (IOException e) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
        }
    }
}
