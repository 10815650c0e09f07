package org.comity.law.source;

/** The data set is refused: says which file and line is wrong, and what would be right. */
public final class LawDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String fault;

    public LawDataException(String file, int line, String fault) {
        super(file + ":" + line + ": " + fault);
        this.file = file;
        this.line = line;
        this.fault = fault;
    }

    /** Name of the file inside the data folder, such as {@code status.csv}. */
    public String file() {
        return file;
    }

    /** What is wrong, without the place. */
    public String fault() {
        return fault;
    }

    /** Line in that file, counted from one. */
    public int line() {
        return line;
    }
}
