package org.maquete.nova.trace;

import java.util.List;
import java.util.Optional;

/** The formats of traces, by the word that stands before the files: {@code openb:NODES,PODS}. */
public enum TraceFormat {
    /** Alibaba GPU 2023. */
    OPENB("openb", "NODES.csv,PODS.csv", 2, 2),
    /** The Standard Workload Format. */
    SWF("swf", "FILE.swf", 1, 1),
    /** OpenDC's tables as CSV or JSON. */
    OPENDC("opendc", "TASKS.csv|json[,FRAGMENTS.csv|json]", 1, 2),
    /** Azure Packing 2020 as two CSV files. */
    AZURE("azure", "VM.csv,VMTYPE.csv", 2, 2),
    /** Huawei-East-1. */
    HUAWEI("huawei", "FILE.csv", 1, 1),
    /** Our own. */
    CSV("csv", "REQUESTS.csv[,HOSTS.csv]", 1, 2);

    private final String word;
    private final String files;
    private final int fileCountMin;
    private final int fileCountMax;

    TraceFormat(String word, String files, int fileCountMin, int fileCountMax) {
        this.word = word;
        this.files = files;
        this.fileCountMin = fileCountMin;
        this.fileCountMax = fileCountMax;
    }

    /** Its word. */
    public String word() {
        return word;
    }

    /** How it is written with its files. */
    public String shown() {
        return word + ":" + files;
    }

    /** Whether so many files make a trace. */
    public boolean takes(int fileCount) {
        return fileCount >= fileCountMin && fileCount <= fileCountMax;
    }

    /** The host of which the trace gives fractions, if it does. */
    public Optional<Amounts> machine() {
        return this == AZURE ? Optional.of(AzureFormat.machine()) : Optional.empty();
    }

    /** The format of this word, if there is one. */
    public static Optional<TraceFormat> of(String word) {
        for (TraceFormat each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Reads a trace from as many texts as {@link #takes} allows, in the order of the files. */
    public TraceReading read(List<TraceText> texts) {
        if (!takes(texts.size())) {
            throw new IllegalArgumentException(
                    "expected " + shown() + ", found " + texts.size() + " files");
        }
        Flaws flaws = new Flaws();
        TraceText first = texts.getFirst();
        Trace trace =
                switch (this) {
                    case OPENB -> OpenbFormat.read(first, texts.get(1), flaws);
                    case SWF -> SwfFormat.read(first, flaws);
                    case OPENDC -> OpendcFormat.read(texts, flaws);
                    case AZURE -> AzureFormat.read(first, texts.get(1), flaws);
                    case HUAWEI -> HuaweiFormat.read(first, flaws);
                    case CSV -> OwnFormat.read(texts, flaws);
                };
        if (flaws.isEmpty() && trace.requests().isEmpty()) {
            flaws.add(first.file(), 0, "at least one request", "none");
        }
        return TraceReading.of(trace, flaws);
    }
}
