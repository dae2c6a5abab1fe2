package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A real disk, of memory, that can be filled. Mounting one needs root. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4_096;
    private static final int BLOCKS_IN_A_MEGABYTE = 256;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Skips the test where none can be mounted. */
    static SmallDisk mountBelow(Path parent, int megabytes) throws IOException {
        Path folder = Files.createTempDirectory(parent, "disk");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString()) == 0,
                "A disk cannot be mounted here, which needs root");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves no block free. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** Leaves so many blocks free. */
    void fillExcept(int blocks) throws IOException {
        fill();
        try (var file = FileChannel.open(filler, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - (long) blocks * BLOCK);
        }
    }

    static int blocksOf(int megabytes) {
        return megabytes * BLOCKS_IN_A_MEGABYTE;
    }

    void makeRoom() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
