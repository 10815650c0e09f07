package org.comity.node.capacity.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Rendering;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Files that leave by a page. */
final class Downloads {

    private Downloads() {}

    /** A table (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
    static ResponseEntity<byte[]> csv(String name, List<String> head, List<List<String>> rows) {
        var text = Stream.concat(Stream.of(head), rows.stream())
                .map(row -> row.stream().map(Downloads::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return file("text/csv;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8), name + ".csv");
    }

    private static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    static ResponseEntity<byte[]> paper(Rendering rendering, Paper paper, String name, String format) {
        return switch (format) {
            case "html" ->
                file("text/html;charset=UTF-8", rendering.html(paper).getBytes(StandardCharsets.UTF_8), name + ".html");
            case "pdf" -> file("application/pdf", rendering.pdf(paper), name + ".pdf");
            case "docx" ->
                file(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        rendering.docx(paper),
                        name + ".docx");
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static ResponseEntity<byte[]> file(String type, byte[] bytes, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
