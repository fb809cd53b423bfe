package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The Standard Workload Format: a job a line, 18 numbers between blanks, -1 where one is not known,
 * comments behind {@code ;}.
 */
final class SwfFormat {

    // places of columns, from 0: Parallel Workloads Archive, definition of SWF 2.2
    private static final int JOB = 0;
    private static final int SUBMIT = 1;
    private static final int RUN_TIME = 3;
    private static final int GIVEN_PROCESSORS = 4;
    private static final int USED_MEMORY = 6;
    private static final int ASKED_PROCESSORS = 7;
    private static final int ASKED_TIME = 8;
    private static final int ASKED_MEMORY = 9;
    private static final int COLUMN_COUNT = 18;

    private static final int PROCESSOR_COUNT_MAX = 1_000_000; // <processors>: GUESS, a typing error
    private static final double SECONDS_MAX = 1e9; // <s>: GUESS, thirty years

    private final String file;
    private final Flaws flaws;
    private final List<Trace.Request> requests = new ArrayList<>();

    private SwfFormat(String file, Flaws flaws) {
        this.file = file;
        this.flaws = flaws;
    }

    static Trace read(TraceText source, Flaws flaws) {
        SwfFormat format = new SwfFormat(source.file(), flaws);
        int number = 0;
        for (String line : source.text().split("\n", -1)) {
            number++;
            int comment = line.indexOf(';');
            String job = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!job.isEmpty()) {
                format.job(job.split("\\s+", -1), number);
            }
        }
        return new Trace("swf " + source.file(), List.of(), format.requests);
    }

    private void job(String[] words, int line) {
        if (words.length != COLUMN_COUNT) {
            flaws.add(file, line, COLUMN_COUNT + " columns", words.length + " of them");
            return;
        }
        double[] numbers = new double[COLUMN_COUNT];
        boolean good = true;
        for (int i = 0; i < COLUMN_COUNT; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                flaws.add(file, line, "a number as column " + (i + 1), "\"" + words[i] + "\"");
                good = false;
            }
        }
        if (good && !(numbers[SUBMIT] >= 0 && numbers[SUBMIT] <= SECONDS_MAX)) {
            flaws.add(file, line, "seconds from 0 as column 2", words[SUBMIT]);
        } else if (good) {
            request(words[JOB], numbers, line);
        }
    }

    private void request(String name, double[] job, int line) {
        double processors = known(job[ASKED_PROCESSORS], job[GIVEN_PROCESSORS]);
        double seconds = known(job[RUN_TIME], job[ASKED_TIME]);
        if (processors <= 0) {
            flaws.note("jobs without processors were left out");
            return;
        }
        if (processors > PROCESSOR_COUNT_MAX || seconds > SECONDS_MAX) {
            String found = processors + " processors, " + seconds + " s";
            flaws.add(file, line, "a job of at most 1000000 processors and 1e9 s", found);
            return;
        }
        double memoryKb = known(job[ASKED_MEMORY], job[USED_MEMORY]);
        if (memoryKb < 0) {
            flaws.note("jobs say nothing of memory and ask for none");
        }
        double ramMib = Math.ceil(Math.max(0, memoryKb) * processors / 1024);
        if (ramMib > Integer.MAX_VALUE) {
            flaws.add(file, line, "memory below 2^31 MiB", ramMib + " MiB");
            return;
        }
        Amounts amounts = Amounts.of((int) processors, (int) ramMib, 0);
        long arrivalNs = Math.round(job[SUBMIT] * 1e9);
        long endNs = seconds < 0 ? Trace.NEVER : arrivalNs + Math.round(seconds * 1e9);
        requests.add(new Trace.Request("job " + name, arrivalNs, endNs, amounts, List.of()));
    }

    private static double known(double first, double second) {
        return first >= 0 ? first : second;
    }
}
