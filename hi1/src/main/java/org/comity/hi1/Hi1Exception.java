package org.comity.hi1;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message was refused: why, by the code of TS 103 120 annex D, and where. */
public final class Hi1Exception extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int line;
    private final int column;
    private final transient @Nullable Header header;

    private Hi1Exception(
            ErrorCode code, String message, int line, int column, @Nullable Header header, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.line = line;
        this.column = column;
        this.header = header;
    }

    static Hi1Exception at(int line, int column, ErrorCode code, String message, @Nullable Throwable cause) {
        return new Hi1Exception(code, message, line, column, null, cause);
    }

    static Hi1Exception of(ErrorCode code, String message) {
        return new Hi1Exception(code, message, -1, -1, null, null);
    }

    Hi1Exception in(@Nullable Header header) {
        return new Hi1Exception(code, reason(), line, column, header, getCause());
    }

    public ErrorCode code() {
        return code;
    }

    /** Line of the message counted from 1, or -1 when the fault has no place. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** The header of the refused message, when that much could be read: an answer repeats its transaction. */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    /** What the sender is told. */
    public ErrorInformation information() {
        return ErrorInformation.of(code, getMessage());
    }

    @Override
    public String getMessage() {
        return line < 0 ? reason() : "%s (line %d, column %d)".formatted(reason(), line, column);
    }

    private String reason() {
        return String.valueOf(super.getMessage());
    }
}
