package ilgam.work.imports.stage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import ilgam.work.imports.source.Note.Reason;

/**
 * The tree of parents by line. Finds the parents to cut, so that there is no cycle and no more than ten levels. Uses
 * arrays, as there may be very many lines.
 */
final class Family {

    static final int DEEPEST = 10;

    private static final int ON_THE_WAY = -1;

    private final long[] lines;
    private final long[] parents;
    private final int[] levels;
    private final Map<Long, Integer> hanging = new HashMap<>();
    private final SortedMap<Long, Reason> cuts = new TreeMap<>();
    private int size;

    Family(int most) {
        lines = new long[most];
        parents = new long[most];
        levels = new int[most];
    }

    /** Adds a line and its parent's, in the order of lines. */
    void add(long line, long parent) {
        lines[size] = line;
        parents[size++] = parent;
    }

    /** Adds a line whose parent is outside the file and has this number of levels, itself included. */
    void hang(long line, int above) {
        if (above < DEEPEST) hanging.put(line, above + 1);
        else cuts.put(line, Reason.NESTED_TOO_DEEP);
    }

    /** The lines whose parents have to be cut. */
    SortedMap<Long, Reason> cuts() {
        for (int i = 0; i < size; i++) settle(i);
        return cuts;
    }

    /** Computes levels upwards until a known one, then downwards. Without recursion, as chains may be long. */
    private void settle(int start) {
        var way = new ArrayDeque<Integer>();
        int at = start;
        int level = 0;
        while (level == 0) {
            levels[at] = ON_THE_WAY;
            way.push(at);
            int parent = Arrays.binarySearch(lines, 0, size, parents[at]);
            if (parent < 0) level = hanging.getOrDefault(parents[at], 1);
            else if (levels[parent] == ON_THE_WAY) level = open(parent, way);
            else if (levels[parent] > 0) level = levels[parent];
            else at = parent;
        }
        while (!way.isEmpty()) level = settle(way.pop(), level + 1);
    }

    /** The first line met of a cycle loses its parent; the others of the cycle are below it. */
    private int open(int first, Deque<Integer> way) {
        cuts.put(lines[first], Reason.OWN_ANCESTOR);
        int level = 1;
        for (int next = way.pop(); next != first; next = way.pop()) level = settle(next, level + 1);
        levels[first] = 1;
        return 1;
    }

    private int settle(int place, int level) {
        if (level > DEEPEST) cuts.put(lines[place], Reason.NESTED_TOO_DEEP);
        levels[place] = level > DEEPEST ? 1 : level;
        return levels[place];
    }
}
