package org.comity.node.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.comity.node.evidence.seal.Sha256;

/**
 * An ASiC-E container: a ZIP file whose first entry says what it is (EN 319 162-1 §A.1). Nothing is compressed, since evidence
 * mostly is already. So all of its bytes follow from what lies in it: any range can be written without what is before, and
 * whoever checks it can tell of each byte whether it belongs (APPNOTE 6.3.10 §4.3).
 */
final class Container {

    static final String TYPE_PATH = "mimetype";
    static final String TYPE = "application/vnd.etsi.asic-e+zip";

    private static final int LOCAL = 0x04034b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LONG_END = 0x06064b50;
    private static final int LONG_END_PLACE = 0x07064b50;
    private static final short LONG_FIELD = 1;
    private static final short NAME_IS_UTF_8 = 1 << 11;
    private static final short PLAIN = 20;
    private static final short WITH_LONG_FIELDS = 45;
    private static final int LONG_SIZES = 16;
    private static final int LONG_PLACE = 8;
    private static final int FIELD_HEAD = 4;
    private static final long NO_ROOM = 0xffffffffL;
    private static final int NO_ROOM_FOR_COUNT = 0xffff;
    private static final int FIRST_YEAR = 1980;

    private final List<Entry> entries;
    private final List<Part> parts = new ArrayList<>();
    private final int at;
    private final long size;

    /** @param crc the CRC-32 that ZIP asks for */
    record Entry(String path, long size, long crc) {

        static Entry of(String path, byte[] content) {
            return new Entry(path, content.length, crcOf(content));
        }
    }

    /** Gives a range of an entry's content. */
    @FunctionalInterface
    interface Contents {
        void copy(int entry, long from, long count, OutputStream target) throws IOException;
    }

    /** @param frame what lies between contents; for a content empty @param entry -1 for a frame */
    private record Part(long place, long size, byte[] frame, int entry) {

        boolean isFrame() {
            return entry < 0;
        }
    }

    /** @param at stands at each entry, to two seconds */
    Container(List<Entry> entries, Instant at) {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        this.entries = List.copyOf(entries);
        this.at = moment(at);
        var listed = new ByteArrayOutputStream();
        long place = 0;
        var mimetype = Entry.of(TYPE_PATH, type);
        listed.writeBytes(listed(mimetype, place));
        place = add(local(mimetype), place);
        place = add(type, place);
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            listed.writeBytes(listed(entry, place));
            place = add(local(entry), place);
            parts.add(new Part(place, entry.size(), new byte[0], number));
            place += entry.size();
        }
        long directory = place;
        place = add(listed.toByteArray(), place);
        this.size = add(end(entries.size() + 1, directory, place - directory), place);
    }

    static long crcOf(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    List<Entry> entries() {
        return entries;
    }

    long size() {
        return size;
    }

    /** The same for the same entries in the same order, whoever writes it. @param digests of the contents, in their order */
    String tag(List<String> digests) {
        MessageDigest digest = Sha256.fresh();
        parts.forEach(part -> digest.update(part.frame()));
        digests.forEach(each -> digest.update(each.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes a range of the file. */
    void copy(long from, long count, Contents contents, OutputStream target) throws IOException {
        long end = from + count;
        for (Part part : parts) {
            long first = Math.max(from, part.place());
            long last = Math.min(end, part.place() + part.size());
            if (first >= last) {
                continue;
            }
            if (part.isFrame()) {
                target.write(part.frame(), (int) (first - part.place()), (int) (last - first));
            } else {
                contents.copy(part.entry(), first - part.place(), last - first, target);
            }
        }
    }

    /** Reads a file piece by piece. */
    @FunctionalInterface
    interface Source {
        byte[] read(long from, int count) throws IOException;
    }

    /** The first byte between the contents that is not what it has to be; -1 if all are. @param length of the file */
    long strayByte(Source file, long length) throws IOException {
        for (Part part : parts) {
            if (part.isFrame()) {
                byte[] found = file.read(part.place(), part.frame().length);
                for (int byteOf = 0; byteOf < part.frame().length; byteOf++) {
                    if (byteOf >= found.length || found[byteOf] != part.frame()[byteOf]) {
                        return part.place() + byteOf;
                    }
                }
            }
        }
        return length == size ? -1 : Math.min(length, size);
    }

    private long add(byte[] frame, long place) {
        parts.add(new Part(place, frame.length, frame, -1));
        return place + frame.length;
    }

    private byte[] local(Entry entry) {
        boolean large = isLong(entry.size());
        byte[] path = path(entry);
        int extra = large ? FIELD_HEAD + LONG_SIZES : 0;
        var header = little(30 + path.length + extra).putInt(LOCAL);
        about(entry, path, large, header);
        header.putShort((short) extra).put(path);
        if (large) {
            header.putShort(LONG_FIELD)
                    .putShort((short) LONG_SIZES)
                    .putLong(entry.size())
                    .putLong(entry.size());
        }
        return header.array();
    }

    /** As the directory at the end lists it. */
    private byte[] listed(Entry entry, long place) {
        boolean large = isLong(entry.size());
        boolean far = isLong(place);
        int beside = (large ? LONG_SIZES : 0) + (far ? LONG_PLACE : 0);
        int extra = beside == 0 ? 0 : FIELD_HEAD + beside;
        byte[] path = path(entry);
        var header = little(46 + path.length + extra).putInt(LISTED);
        header.putShort(large || far ? WITH_LONG_FIELDS : PLAIN);
        about(entry, path, large || far, header);
        header.putShort((short) extra)
                .putShort((short) 0) // no comment
                .putShort((short) 0) // on the first disk
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (far ? NO_ROOM : place))
                .put(path);
        if (extra > 0) {
            header.putShort(LONG_FIELD).putShort((short) beside);
            if (large) {
                header.putLong(entry.size()).putLong(entry.size());
            }
            if (far) {
                header.putLong(place);
            }
        }
        return header.array();
    }

    /** What both headers say in the same words. */
    private void about(Entry entry, byte[] path, boolean isLong, ByteBuffer header) {
        int shown = (int) (isLong(entry.size()) ? NO_ROOM : entry.size());
        header.putShort(isLong ? WITH_LONG_FIELDS : PLAIN)
                .putShort(entry.path().equals(TYPE_PATH) ? 0 : NAME_IS_UTF_8)
                .putShort((short) 0) // stored as it is
                .putInt(at)
                .putInt((int) entry.crc())
                .putInt(shown)
                .putInt(shown)
                .putShort((short) path.length);
    }

    private static byte[] end(int count, long directory, long length) {
        boolean isLong = isLong(directory) || isLong(length) || count >= NO_ROOM_FOR_COUNT;
        var end = little(isLong ? 56 + 20 + 22 : 22);
        if (isLong) {
            end.putInt(LONG_END)
                    .putLong(44) // of what follows in this record
                    .putShort(WITH_LONG_FIELDS)
                    .putShort(WITH_LONG_FIELDS)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(directory);
            end.putInt(LONG_END_PLACE).putInt(0).putLong(directory + length).putInt(1);
        }
        int shownCount = isLong ? NO_ROOM_FOR_COUNT : count;
        end.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) shownCount)
                .putShort((short) shownCount)
                .putInt((int) (isLong ? NO_ROOM : length))
                .putInt((int) (isLong ? NO_ROOM : directory))
                .putShort((short) 0);
        return end.array();
    }

    private static boolean isLong(long number) {
        return number >= NO_ROOM;
    }

    private static byte[] path(Entry entry) {
        return entry.path().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** In the manner of MS-DOS, time below date. */
    private static int moment(Instant at) {
        var moment = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        int date = (moment.getYear() - FIRST_YEAR) << 9 | moment.getMonthValue() << 5 | moment.getDayOfMonth();
        int time = moment.getHour() << 11 | moment.getMinute() << 5 | moment.getSecond() / 2;
        return date << 16 | time;
    }
}
