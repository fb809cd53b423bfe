package org.maquete.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables, columns, projections and differences beside a twin made of sorted maps. */
class WorldTest {

    record Thing(int id, String key, long weight) implements Row {
        @Override
        public void encode(Sink sink) {
            sink.text("key", key).number("weight", weight);
        }
    }

    private static final TableKey<Thing> THINGS = TableKey.keyed("toy.thing");
    private static final Grouping<Thing> BY_WEIGHT =
            THINGS.by("weight", thing -> "w" + thing.weight() % 7);
    private static final TableKey<Thing> DENSE = TableKey.dense("toy.dense");
    private static final ColumnKey<ColumnKey.Ints> SMALL =
            new ColumnKey<>(
                    "toy.small",
                    (world, into) -> world.table(THINGS).forEach(t -> into.put(t.id(), t.weight)));
    private static final ColumnKey<ColumnKey.Longs> LARGE =
            new ColumnKey<>(
                    "toy.large",
                    (world, into) -> world.table(THINGS).forEach(t -> into.put(t.id(), -t.weight)));
    private static final Projection<Long> TOTAL =
            new Projection<>(
                    "toy.total",
                    List.of(THINGS),
                    world -> world.table(THINGS).stream().mapToLong(Thing::weight).sum());

    private static World world() {
        Schema schema = new Schema();
        schema.table(THINGS, 0);
        schema.table(DENSE, 1);
        schema.ints(SMALL, 0);
        schema.longs(LARGE, 0);
        schema.projection(TOTAL);
        return new World(schema);
    }

    /** A world beside the obvious: id to row, in a sorted map that is copied whole. */
    private record Branch(World world, TreeMap<Integer, Thing> twin) {

        Branch fork() {
            return new Branch(world.fork(), new TreeMap<>(twin));
        }

        void change(SplittableRandom random) {
            Edits edits = world.edits(0);
            String key = "k" + random.nextInt(600);
            long weight = random.nextInt(1, 1 << 20);
            int id = world.table(THINGS).idOf(key);
            Thing row = new Thing(id < 0 ? world.table(THINGS).nextId() : id, key, weight);
            if (id < 0) {
                edits.insert(THINGS, row);
            } else if (random.nextInt(3) == 0) {
                edits.remove(THINGS, id);
                row = new Thing(id, key, 0);
            } else if (random.nextBoolean()) {
                edits.set(THINGS, row);
            } else {
                edits.change(THINGS, key, old -> new Thing(old.id(), old.key(), weight));
            }
            edits.put(SMALL, row.id(), (int) row.weight());
            edits.put(LARGE, row.id(), -row.weight());
            if (row.weight() == 0) {
                twin.remove(row.id());
            } else {
                twin.put(row.id(), row);
            }
        }

        void check() {
            Table<Thing> table = world.table(THINGS);
            assertThat(table.stream().toList()).isEqualTo(List.copyOf(twin.values()));
            assertThat(table.count()).isEqualTo(twin.size());
            TreeSet<String> living =
                    twin.values().stream()
                            .map(Thing::key)
                            .collect(Collectors.toCollection(TreeSet::new));
            for (int i = 0; i < 600; i++) {
                assertThat(table.has("k" + i)).isEqualTo(living.contains("k" + i));
            }
            twin.values().forEach(row -> assertThat(table.get(row.key())).isEqualTo(row));
            for (int id = 0; id < table.nextId(); id++) {
                assertThat(table.has(id)).isEqualTo(twin.containsKey(id));
            }
            assertThat(world.get(TOTAL))
                    .isEqualTo(twin.values().stream().mapToLong(Thing::weight).sum());
            for (int rest = 0; rest < 7; rest++) {
                String of = "w" + rest;
                assertThat(world.group(BY_WEIGHT, of))
                        .isEqualTo(
                                twin.values().stream()
                                        .filter(row -> of.equals("w" + row.weight() % 7))
                                        .toList());
            }
            assertThat(world.stale()).isEmpty();
        }
    }

    @Test
    void agreesWithSortedMapsInAnyMixOfChangesAndForks() {
        for (long seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Branch> branches = new ArrayList<>();
            branches.add(new Branch(world(), new TreeMap<>()));
            for (int i = 0; i < 60; i++) {
                Branch branch = branches.get(random.nextInt(branches.size()));
                if (random.nextInt(10) == 0 && branches.size() < 6) {
                    branches.add(branch.fork());
                }
                for (int n = random.nextInt(100); n > 0; n--) {
                    branch.change(random);
                }
            }
            branches.forEach(Branch::check);
            branches.forEach(a -> branches.forEach(b -> compare(a, b)));
        }
    }

    /** The difference of two worlds against the difference of their twins. */
    private static void compare(Branch a, Branch b) {
        Map<String, Long> before = byKey(a);
        Map<String, Long> after = byKey(b);
        TreeSet<String> expected = new TreeSet<>();
        before.forEach((key, weight) -> {
            if (!after.containsKey(key)) {
                expected.add("REMOVED " + key);
            } else if (!weight.equals(after.get(key))) {
                expected.add("CHANGED " + key);
            }
        });
        after.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .forEach(key -> expected.add("ADDED " + key));

        List<WorldDiff.Entry> found = WorldDiff.between(a.world, b.world);

        assertThat(found.stream().map(e -> e.kind() + " " + e.key()))
                .containsExactlyInAnyOrderElementsOf(expected);
        if (found.isEmpty() && a.twin.equals(b.twin)) {
            assertThat(a.world.digest()).isEqualTo(b.world.digest());
        } else {
            assertThat(a.world.digest()).isNotEqualTo(b.world.digest());
        }
    }

    private static Map<String, Long> byKey(Branch branch) {
        TreeMap<String, Long> weights = new TreeMap<>();
        branch.twin.values().forEach(row -> weights.put(row.key(), row.weight()));
        return weights;
    }

    @Test
    void keepsItsIndexSmallWhenNamesComeAndGo() {
        KeyIndex index = new KeyIndex();
        for (int id = 0; id < 200_000; id++) {
            index.put("k" + id, id);
            index.remove("k" + id);
        }

        assertThat(index.capacity()).isEqualTo(64);
    }

    @Test
    void saysWhatChangedFieldByField() {
        World before = world();
        before.edits(0).insert(THINGS, new Thing(0, "a", 1));
        before.edits(0).insert(THINGS, new Thing(1, "b", 2));
        World after = before.fork();
        after.edits(0).set(THINGS, new Thing(0, "a", 9));
        after.edits(0).remove(THINGS, 1);
        after.edits(0).insert(THINGS, new Thing(2, "c", 3));

        List<WorldDiff.Entry> diff = WorldDiff.between(before, after);

        assertThat(diff)
                .containsExactly(
                        new WorldDiff.Entry(
                                "toy.thing",
                                "a",
                                WorldDiff.Kind.CHANGED,
                                List.of(new WorldDiff.Change("weight", "1", "9"))),
                        new WorldDiff.Entry(
                                "toy.thing",
                                "b",
                                WorldDiff.Kind.REMOVED,
                                List.of(
                                        new WorldDiff.Change("key", "b", ""),
                                        new WorldDiff.Change("weight", "2", ""))),
                        new WorldDiff.Entry(
                                "toy.thing",
                                "c",
                                WorldDiff.Kind.ADDED,
                                List.of(
                                        new WorldDiff.Change("key", "", "c"),
                                        new WorldDiff.Change("weight", "", "3"))));
    }

    @Test
    void sharesAProjectionUntilAnInputChanges() {
        List<Integer> computed = new ArrayList<>();
        Projection<String> names =
                new Projection<>(
                        "toy.names",
                        List.of(THINGS),
                        world -> {
                            computed.add(world.table(THINGS).count());
                            return world.table(THINGS).where(_ -> true).toString();
                        });
        Schema schema = new Schema();
        schema.table(THINGS, 0);
        schema.projection(names);
        World parent = new World(schema);
        parent.edits(0).insert(THINGS, new Thing(0, "a", 1));
        parent.get(names);

        World child = parent.fork();
        assertThat(child.get(names)).isSameAs(parent.get(names));
        child.edits(0).insert(THINGS, new Thing(1, "b", 1));

        assertThat(child.get(names)).contains("key=b");
        assertThat(parent.get(names)).doesNotContain("key=b");
        assertThat(computed).containsExactly(1, 2);
    }

    @Test
    void keepsProjectionsApartWhenBothSidesOfAForkWriteOnce() {
        World parent = world();
        World child = parent.fork();
        parent.edits(0).insert(THINGS, new Thing(0, "a", 10));
        child.edits(0).insert(THINGS, new Thing(0, "a", 20));

        assertThat(parent.get(TOTAL)).isEqualTo(10);
        assertThat(child.get(TOTAL)).isEqualTo(20);
    }

    @Test
    void namesAColumnThatIsNotWhatTheRowsGive() {
        World world = world();
        world.edits(0).insert(THINGS, new Thing(0, "a", 10));
        world.edits(0).put(LARGE, 0, -10L);

        assertThat(world.stale()).containsExactly("toy.small");
    }

    @Test
    void refusesWritesOfAnotherOwner() {
        World world = world();

        assertThatThrownBy(() -> world.edits(0).insert(DENSE, new Thing(0, "a", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("toy.dense");
        assertThatThrownBy(() -> world.edits(1).put(SMALL, 0, 1)).hasMessageContaining("toy.small");
        assertThatThrownBy(() -> world.edits(1).put(LARGE, 0, 1L))
                .hasMessageContaining("toy.large");
    }

    @Test
    void tellsOfARowThatHasChangedItsKey() {
        World world = world();
        world.edits(0).insert(THINGS, new Thing(0, "a", 0));

        world.edits(0).set(THINGS, new Thing(0, "z", 0));

        assertThat(world.stale()).singleElement().asString().contains("natural key never changes");
    }

    @Test
    void findsAKeyByItsTwoParts() {
        World world = world();
        List<String> parts = List.of("", "a", "b c", "maas-controller:openstack", "\u00e9\u4e2d/0");
        for (String first : parts) {
            for (String second : parts) {
                int id = world.table(THINGS).nextId();
                if (!world.table(THINGS).has(first + " " + second)) {
                    world.edits(0).insert(THINGS, new Thing(id, first + " " + second, id));
                }
            }
        }

        for (String first : parts) {
            for (String second : parts) {
                assertThat(world.table(THINGS).find(first, second))
                        .isEqualTo(world.table(THINGS).find(first + " " + second));
                assertThat(world.table(THINGS).find(second + "x", first)).isEmpty();
            }
        }
    }

    @Test
    void refusesARowThatBreaksIdOrKey() {
        World world = world();
        Edits edits = world.edits(0);
        edits.insert(THINGS, new Thing(0, "a", 1));

        assertThatThrownBy(() -> edits.insert(THINGS, new Thing(0, "b", 1)))
                .hasMessageContaining("expected id 1");
        assertThatThrownBy(() -> edits.insert(THINGS, new Thing(1, "a", 1)))
                .hasMessageContaining("expected a new key in toy.thing, found a twice");
        assertThatThrownBy(() -> edits.remove(THINGS, 1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("expected a row 1 in toy.thing, found ids 0..0");
        assertThatThrownBy(() -> world.table(DENSE).idOf("a"))
                .hasMessageContaining("not looked up by natural key");
    }

    @Test
    void refusesKeysThatNobodyDeclared() {
        TableKey<Thing> stray = TableKey.keyed("toy.stray");

        assertThatThrownBy(() -> world().table(stray)).hasMessageContaining("toy.stray");
    }

    @Test
    void limitsTheIndexOfAColumn() {
        IntColumn ints = new IntColumn();
        LongColumn longs = new LongColumn();

        assertThatThrownBy(() -> ints.set(1 << 30, 1)).hasMessageContaining("1073741824");
        assertThatThrownBy(() -> longs.set(-1, 1)).hasMessageContaining("found -1");
    }

    @Test
    void readsZeroWhereAColumnWasNeverWritten() {
        IntColumn column = new IntColumn();
        column.set(5_000_000, 7);
        IntColumn fork = column.fork();
        fork.set(3, 9);

        assertThat(column.get(3)).isZero();
        assertThat(fork.get(3)).isEqualTo(9);
        assertThat(fork.get(5_000_000)).isEqualTo(7);
        assertThat(new IntColumn().get(3)).isZero();
    }
}
