package org.threesigns.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** A disk under H2's files, with {@code failing:} before their path, that can be told to fail. */
public final class FailingDisk extends FilePathWrapper {

    private static volatile boolean writes;
    private static volatile boolean syncs;
    private static final AtomicReference<Runnable> BEFORE_NEXT_SYNC = new AtomicReference<>(() -> {});

    /** Made by H2, too. */
    public FailingDisk() {}

    static void install() {
        heal();
        FilePath.register(new FailingDisk());
    }

    static void failToWrite() {
        writes = false;
    }

    static void failToSync() {
        syncs = false;
    }

    static void beforeTheNextSync(Runnable work) {
        BEFORE_NEXT_SYNC.set(work);
    }

    static void heal() {
        writes = true;
        syncs = true;
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode));
    }

    private static void require(boolean works) throws IOException {
        if (!works) {
            throw new IOException("No space left on device");
        }
    }

    private static final class File extends FileBaseDefault {

        private final FileChannel file;

        File(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            require(writes);
            return file.write(source, position);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            BEFORE_NEXT_SYNC.getAndSet(() -> {}).run();
            require(syncs);
            file.force(metadata);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
