using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Architecture.Tests;

/// <summary>Core's namespaces are layers, as <see cref="Layers"/> lists them.</summary>
public sealed class LayerTests
{
    private static readonly Lazy<CoreReferences> Core = new(() => CoreReferences.Of(Repository.PathOf("src", Layers.Root)));

    [Fact]
    public void Every_namespace_of_Core_has_a_place_among_the_layers() =>
        Assert.Equal(
            Layers.InOrder.Order(StringComparer.Ordinal),
            Core.Value.Namespaces.Select(Layers.Of).OfType<string>().Where(layer => layer.Length > 0).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_layer_of_Core_refers_to_a_layer_above_it()
    {
        var upwards = Core.Value.Between.Where(one => !Layers.MayUse(Layers.Of(one.From)!, Layers.Of(one.To)!))
            .Select(one => $"{one.Place}: {Layers.Of(one.From)} uses {one.Type} of {Layers.Of(one.To)}").ToList();

        Assert.True(upwards.Count == 0, string.Join('\n', upwards));
    }

    [Theory]
    [InlineData("sealed class Lower : Upper.Base;")]
    [InlineData("sealed class Lower : List<Upper.Base>;")]
    [InlineData("sealed class Lower { Upper.Base? field; }")]
    [InlineData("sealed class Lower { Upper.Base[] Property => []; }")]
    [InlineData("sealed class Lower { void Method(IReadOnlyList<(int, Upper.Base)> parameter) { } }")]
    [InlineData("sealed class Lower { object Method() => new Upper.Base(); }")]
    [InlineData("sealed class Lower { bool Method(object value) => value is Upper.Base; }")]
    [InlineData("sealed class Lower { int Method() => Upper.Values.Constant; }")]
    [InlineData("sealed class Lower { string Method() => nameof(Upper.Base); }")]
    [InlineData("sealed class Lower { object Method() => typeof(Upper.Base); }")]
    [InlineData("sealed class Lower { void Method() { foreach (var one in Middle.Hidden.All) { } } }")]
    [InlineData("[Upper.Mark] sealed class Lower;")]
    [InlineData("sealed class Lower<T> where T : Upper.Base;")]
    public void A_reference_is_found_wherever_it_is_written(string lower)
    {
        const string Upper = """
            namespace Arize.TaskLint.Core.Upper
            {
                public class Base;
                public static class Values { public const int Constant = 1; }
                public sealed class Mark : Attribute;
            }
            namespace Arize.TaskLint.Core.Middle { public static class Hidden { public static List<Upper.Base> All => []; } }
            """;

        var found = CoreReferences.OfTexts([("Upper.cs", Upper), ("Lower.cs", $"namespace Arize.TaskLint.Core.Lower {{ {lower} }}")]);

        Assert.Contains(found.Between, one => one is { From: Layers.Root + ".Lower", To: Layers.Root + ".Upper", Place: "Lower.cs:1" });
    }
}
