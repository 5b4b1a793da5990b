using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>That the properties look at all there is: without this, a walk that stops early would pass them.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void The_changes_touch_every_compared_field_of_the_table()
    {
        var touched = Enum.GetValues<TaskShape>()
            .SelectMany(shape => Enumerable.Range(0, 6).SelectMany(seed => Changes(shape, seed, fullness: 1)))
            .Select(change => change.Field)
            .ToHashSet();

        Assert.Equal([], Compared(TaskFields.Spec).Where(field => !touched.Contains(field)));
    }

    [Fact]
    public void A_field_that_is_compared_is_changed_set_and_unset()
    {
        var found = Enum.GetValues<TaskShape>()
            .SelectMany(shape => Enumerable.Range(0, 12).SelectMany(seed => Changes(shape, seed)))
            .Where(change => change.Field is { IsScalar: true })
            .GroupBy(change => change.Field!)
            .ToDictionary(group => group.Key, group => group.Select(change => (change.Was, change.Is)).ToHashSet());

        foreach (var field in Compared(TaskFields.Spec).Where(field => field.IsScalar))
        {
            Assert.Contains((Standing.Value, Standing.None), found[field]);
            Assert.Contains((Standing.Value, Standing.Absent), found[field]);
            Assert.Contains((Standing.Value, Standing.Value), found[field]);
        }
    }

    private static IEnumerable<SingleChange> Changes(TaskShape shape, int seed, double fullness = 0.8)
    {
        var generator = new TaskGenerator(seed) { Fullness = fullness };
        return new SingleChanges(generator.Task(shape), generator, new Random(seed)).All();
    }

    private static HashSet<FieldSpec> Compared(ObjectSpec spec)
    {
        var compared = new HashSet<FieldSpec>();
        foreach (var field in spec.Fields.Where(SingleChanges.IsCompared))
        {
            compared.Add(field);
            if (field.Object is { } inner)
                compared.UnionWith(Compared(inner));
        }

        return compared;
    }
}
