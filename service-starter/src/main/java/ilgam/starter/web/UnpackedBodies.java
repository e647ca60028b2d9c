package ilgam.starter.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.starter.refusal.CommonReason;

/** Decompresses bodies sent as gzip, with the usual limit on their size. Other encodings are refused. */
final class UnpackedBodies extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return encoding(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!encoding(request).equals("gzip") || BodyLimit.isMultipart(request)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
            Problem.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    CommonReason.UNSUPPORTED_ENCODING,
                    "A body must be sent unencoded or as gzip, a multipart body unencoded.");
            return;
        }
        byte[] body;
        try {
            body = unpacked(request.getInputStream());
        } catch (BodyTooLarge tooLarge) {
            BodyLimit.refuse(response);
            return;
        } catch (IOException notGzip) {
            Problem.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    CommonReason.MALFORMED_BODY,
                    "The body is not the gzip that its Content-Encoding says.");
            return;
        }
        chain.doFilter(BufferedBody.unpacked(request, body), response);
    }

    private static byte[] unpacked(InputStream packed) throws IOException {
        try (var body = new GZIPInputStream(packed)) {
            var bytes = body.readNBytes(BodyLimit.MOST + 1);
            if (bytes.length > BodyLimit.MOST) throw new BodyTooLarge();
            return bytes;
        }
    }

    private static String encoding(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null) return "";
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> "";
            case "gzip", "x-gzip" -> "gzip";
            default -> encoding;
        };
    }
}
