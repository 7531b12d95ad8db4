package io.kvns.server.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.server.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShardAllocatorTest
{
    private static final long MOST_SMALL = SizeClasses.LARGEST_BYTES;
    private static final long MOST_RUN = 2L << 20;

    /** A block, and the byte that all of it is filled with. */
    private record Block(long address, long bytes, byte mark)
    {
    }

    @Test
    void keepsBlocksApartWhateverIsTakenResizedAndGivenBack()
    {
        Seed.check(random -> {
            ShardAllocator allocator = new ShardAllocator(1, new MemoryBudget());
            List<Block> blocks = new ArrayList<>();
            for (int step = 0; step < 200_000; step++) {
                int choice = random.nextInt(100);
                if (blocks.isEmpty() || choice < (step / 20_000 % 2 == 0 ? 55 : 40)) {
                    blocks.add(filled(allocator.allocate(1 + size(random)), 0, random));
                }
                else if (choice < 65) {
                    resize(allocator, blocks, random);
                }
                else {
                    Block block = blocks.remove(random.nextInt(blocks.size()));
                    verify(block);
                    allocator.free(block.address());
                }
                if (step % 20_000 == 0) {
                    check(allocator, blocks);
                    allocator.purge(1000);
                }
            }
            blocks.forEach(ShardAllocatorTest::verify);
            blocks.forEach(block -> allocator.free(block.address()));
            blocks.clear();
            check(allocator, blocks);
            assertThat(allocator.usedBytes()).isZero();
            allocator.releaseAll();
            assertThat(allocator.mappedBytes()).isZero();
        });
    }

    private static long size(SplittableRandom random)
    {
        return switch (random.nextInt(200)) {
            case 0 -> random.nextLong(MOST_RUN);
            case 1 -> MOST_RUN + random.nextLong(MOST_RUN);
            case 2, 3, 4, 5 -> random.nextLong(64 << 10);
            case 6, 7, 8, 9, 10, 11, 12, 13 -> random.nextLong(MOST_SMALL);
            default -> random.nextLong(300);
        };
    }

    private static Block filled(long address, long bytes, SplittableRandom random)
    {
        long length = bytes == 0 ? Math.min(ShardAllocator.usableBytes(address), 9000) : bytes;
        byte mark = (byte) random.nextInt();
        Memory.fill(address, length, mark);
        return new Block(address, length, mark);
    }

    private static void resize(ShardAllocator allocator, List<Block> blocks, SplittableRandom random)
    {
        int index = random.nextInt(blocks.size());
        Block block = blocks.get(index);
        long wanted = 1 + size(random);
        long moved = allocator.resize(block.address(), wanted);
        long kept = Math.min(block.bytes(), wanted);
        verify(new Block(moved, kept, block.mark()));
        blocks.set(index, filled(moved, Math.min(wanted, 9000), random));
    }

    private static void verify(Block block)
    {
        for (long offset = 0; offset < block.bytes(); offset += 8) {
            assertThat(Memory.getByte(block.address() + offset)).isEqualTo(block.mark());
        }
        assertThat(Memory.getByte(block.address() + block.bytes() - 1)).isEqualTo(block.mark());
    }

    private static void check(ShardAllocator allocator, List<Block> blocks)
    {
        List<String> problems = new ArrayList<>();
        long live = new AllocatorChecker(allocator, problems).check();
        assertThat(problems).isEmpty();
        assertThat(live).isEqualTo(blocks.size());
    }

    @Test
    void givesSizesThatFitWithoutMuchWaste()
    {
        for (int bytes = 1; bytes <= MOST_SMALL; bytes++) {
            int given = SizeClasses.bytesOf(SizeClasses.classOf(bytes));
            assertThat(given).isBetween(bytes, bytes + Math.max(7, bytes / 8));
        }
    }

    @Test
    void growsAHugeBlockKeepingItsBytes()
    {
        ShardAllocator allocator = new ShardAllocator(2, new MemoryBudget());
        long block = allocator.allocate(3 << 20);
        Memory.fill(block, 3 << 20, (byte) 7);
        long grown = allocator.resize(block, 40 << 20);
        verify(new Block(grown, 3 << 20, (byte) 7));
        assertThat(Memory.getByte(grown + (39 << 20))).isZero();
        allocator.free(grown);
        assertThat(allocator.usedBytes()).isZero();
        allocator.releaseAll();
    }

    @Test
    void takesAHugeBlockOfAnotherAllocatorOverWhereItIs()
    {
        ShardAllocator one = new ShardAllocator(3, new MemoryBudget());
        ShardAllocator other = new ShardAllocator(4, new MemoryBudget());
        long block = one.allocate(5 << 20);
        assertThat(other.adoptsWithoutCopy(one, block)).isTrue();
        other.adopt(one, block);
        assertThat(one.usedBytes()).isZero();
        assertThat(other.usedBytes()).isGreaterThanOrEqualTo(5 << 20);
        other.free(block);
        one.releaseAll();
        other.releaseAll();
    }

    @Test
    void refusesWhatIsWrongAtTheSpot()
    {
        ShardAllocator allocator = new ShardAllocator(5, new MemoryBudget());
        long block = allocator.allocate(24);
        assertThatThrownBy(() -> Memory.putLong(block + 20, 1)).hasMessageContaining("no live block");
        allocator.free(block);
        assertThatThrownBy(() -> Memory.getByte(block)).hasMessageContaining("no live block");
        assertThatThrownBy(() -> allocator.free(block)).hasMessageContaining("not a live block");
        allocator.releaseAll();
    }

    @Test
    void reportsWhatItGaveOutToTheBudget()
    {
        MemoryBudget budget = new MemoryBudget();
        budget.limit(1 << 20);
        ShardAllocator allocator = new ShardAllocator(6, budget);
        assertThat(budget.isExceeded()).isFalse();
        long block = allocator.allocate(2 << 20);
        assertThat(budget.isExceeded()).isTrue();
        allocator.free(block);
        assertThat(budget.isExceeded()).isFalse();
        allocator.releaseAll();
        assertThat(budget.reportedBytes()).isZero();
    }
}
