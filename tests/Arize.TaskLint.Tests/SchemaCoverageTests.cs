using System.Reflection;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint.Tests;

/// <summary>The builders and the task schema say the same: every field can be said, as what it is, and nothing else.</summary>
public sealed class SchemaCoverageTests
{
    private static readonly Walk Walked = Walk.From(typeof(TaskCatalogBuilder), DocumentFields.Spec);

    public static TheoryData<string> Fields => [.. SpecsBelow(DocumentFields.Spec, []).SelectMany(spec => spec.Fields)
        .Where(row => row.Role != FieldRole.ServerManaged).Select(Name)];

    [Fact]
    public void Every_builder_is_reached() =>
        Assert.Equal(BuilderMethods.Builders.Except([typeof(ObjectBuilder), typeof(ListBuilder)]), Walked.Specs.Keys.OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void No_attribute_names_what_the_schema_lacks_or_the_server_manages() => Assert.Empty(Walked.Faults);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_can_be_said_as_what_it_is(string name)
    {
        var field = Find(name);
        var said = Walked.Said.Where(pair => pair.Field == field).Select(pair => pair.How).ToHashSet();

        string[] expected = field switch
        {
            { Name: "tasks" } => ["Item"],
            { Name: "name", Kind: ValueKind.Text } or { Kind: ValueKind.Date } => ["String"],
            { Kind: ValueKind.Text, TakesMatcher: true } => ["String", "TextMatcher"],
            { Kind: ValueKind.Text } => ["String"],
            { Name: "sampling_rate" } => ["Decimal?", "Double?", "Int64?", "NumberMatcher"],
            { Kind: ValueKind.Number } => ["Double?", "NumberMatcher"],
            { Kind: ValueKind.Integer } => ["Int64?", "NumberMatcher"],
            { Name: "partial" } => ["Boolean"],
            { Kind: ValueKind.Boolean } => ["Boolean?"],
            { Kind: ValueKind.Enum } => ["String", "TextMatcher", string.Join('|', field.Enum!.Words)],
            { Kind: ValueKind.Object } => ["Object", "null"],
            { Kind: ValueKind.ObjectList, Role: FieldRole.Local } => ["Item"],
            { Kind: ValueKind.ObjectList or ValueKind.AnyList } => ["Item", "null"],
            { Kind: ValueKind.TextList, NameOf: null } => ["Texts", "null"],
            { Kind: ValueKind.TextList } => ["Texts"],
            { Kind: ValueKind.TextMap } => ["Entries", "Entry String", "Entry TextMatcher", "null"],
            { Kind: ValueKind.NumberMap } => ["Entry Double", "Entry NumberMatcher", "null"],
            // A text is what people write first; a rule of its own explains it.
            { Kind: ValueKind.AnyMap, KindHasOwnRule: true } => ["Object", "String", "null"],
            { Kind: ValueKind.AnyMap } => ["Object", "null"],
            { Kind: ValueKind.Any } => ["Object", "String", "null"],
            _ => throw new InvalidOperationException($"{field.Kind} is new"),
        };
        // A constant says the word that a method is named for.
        Assert.Equal(expected.Order(StringComparer.Ordinal), said.Where(how => !how.StartsWith('=')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Constants_are_words_of_the_fields_enum()
    {
        foreach (var (field, how) in Walked.Said.Where(pair => pair.How.StartsWith('=')))
            Assert.Contains(how[1..], field.Enum!.Words);
    }

    [Fact]
    public void A_matcher_has_every_part_that_the_schema_has()
    {
        var said = typeof(Match).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .SelectMany(method => method.GetParameters())
            .Select(parameter => BuilderMethods.Field(parameter)!.Name);

        Assert.Equal(MatcherFields.Spec.Fields.Select(field => field.Name).Order(), said.Distinct().Order());
    }

    private static string Name(FieldSpec field) =>
        $"{SpecsBelow(DocumentFields.Spec, []).Single(spec => spec.Fields.Contains(field)).Noun}: {field.Name}";

    private static FieldSpec Find(string name) =>
        SpecsBelow(DocumentFields.Spec, []).SelectMany(spec => spec.Fields).Single(field => Name(field) == name);

    private static HashSet<ObjectSpec> SpecsBelow(ObjectSpec spec, HashSet<ObjectSpec> found)
    {
        if (found.Add(spec))
        {
            foreach (var field in spec.Fields.Where(field => field.Object is not null))
                SpecsBelow(field.Object!, found);
        }

        return found;
    }

    /// <summary>Follows the builders and the schema side by side.</summary>
    private sealed class Walk
    {
        internal Dictionary<Type, ObjectSpec> Specs { get; } = [];

        internal List<(FieldSpec Field, string How)> Said { get; } = [];

        internal List<string> Faults { get; } = [];

        internal static Walk From(Type builder, ObjectSpec spec)
        {
            var walk = new Walk();
            walk.Enter(builder, spec);
            return walk;
        }

        private void Enter(Type builder, ObjectSpec spec)
        {
            if (builder == typeof(ObjectBuilder))
                return;
            if (Specs.TryGetValue(builder, out var known))
            {
                if (known != spec)
                    Faults.Add($"{builder.Name} stands for {known.Noun} and for {spec.Noun}");
                return;
            }

            Specs.Add(builder, spec);
            foreach (var method in BuilderMethods.Of(builder))
                Visit(method, spec);
        }

        private void Visit(MethodInfo method, ObjectSpec spec)
        {
            var (attribute, constants) = (BuilderMethods.Field(method), BuilderMethods.Constants(method));
            if (attribute is null)
            {
                if (constants.Count == 0)
                    Faults.Add($"{BuilderMethods.Name(method)} says nothing");
                Note(method, spec, constants);
                return;
            }

            if (attribute.Name.Length == 0)
            {
                if (!spec.IsOpen)
                    Faults.Add($"{BuilderMethods.Name(method)} sets free keys of {spec.Noun}");
                return;
            }

            if (Find(method, spec, attribute.Name) is not { } field)
                return;
            var values = method.GetParameters().Where(parameter => !BuilderMethods.IsCaller(parameter)).ToArray();
            Said.Add((field, attribute.Use switch
            {
                FieldUse.Value => How(values.Single().ParameterType),
                FieldUse.Entry => $"Entry {How(values[1].ParameterType)}",
                var use => use.ToString(),
            }));
            if (attribute.Use is FieldUse.Item or FieldUse.Object && field.Object is { } inner)
                VisitInside(method, values, constants, inner);
        }

        private void VisitInside(MethodInfo method, ParameterInfo[] values, IReadOnlyList<TaskConstantAttribute> constants, ObjectSpec inner)
        {
            Note(method, inner, constants);
            foreach (var parameter in values)
            {
                if (BuilderMethods.Field(parameter) is { } named && Find(method, inner, named.Name) is { } field)
                    Said.Add((field, How(parameter.ParameterType)));
                if (BuilderMethods.Configured(parameter.ParameterType) is { } builder)
                    Enter(builder, inner);
            }

            if (method.ReturnType != method.DeclaringType)
                Enter(method.ReturnType, inner);
        }

        private void Note(MethodInfo method, ObjectSpec spec, IReadOnlyList<TaskConstantAttribute> constants)
        {
            foreach (var constant in constants)
            {
                if (Find(method, spec, constant.Name) is { } field)
                    Said.Add((field, constant.Value is null ? "null" : $"={constant.Value}"));
            }
        }

        private FieldSpec? Find(MethodInfo method, ObjectSpec spec, string name)
        {
            var field = spec.Find(name);
            if (field is null || field.Role == FieldRole.ServerManaged)
                Faults.Add($"{BuilderMethods.Name(method)} sets '{name}', which {spec.Noun} does not have");
            return field;
        }

        private static string How(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? plain.Name + "?"
            : type.IsEnum ? string.Join('|', type.GetEnumNames().Select(System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName))
            : type.Name;
    }
}
