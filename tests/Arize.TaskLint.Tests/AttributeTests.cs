using System.Reflection;
using Arize.TaskLint.Documents;

namespace Arize.TaskLint.Tests;

/// <summary>Every method sets what its attributes say, and at the place of its call.</summary>
public sealed class AttributeTests
{
    public static TheoryData<string> Methods => [.. BuilderMethods.All.Select(BuilderMethods.Name)];

    public static TheoryData<string> Matchers => [.. MatchMethods.Select(method => method.ToString()!)];

    private static IEnumerable<MethodInfo> MatchMethods => typeof(Match).GetMethods(BindingFlags.Public | BindingFlags.Static);

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_call_sets_what_the_attributes_say(string name)
    {
        var method = BuilderMethods.All.Single(method => BuilderMethods.Name(method) == name);
        foreach (var withOptional in (bool[])[true, false])
        {
            var (builder, node) = NewBuilder(method.DeclaringType!);
            object model = method.DeclaringType == typeof(ListBuilder) ? new List<object>() : new AttributeModel.Mapping();

            // Twice: what is set is then there twice, and what is added to is one.
            for (var line = 1; line <= 2; line++)
            {
                var (arguments, modelled) = Arguments(method, line, withOptional);
                method.Invoke(builder, arguments);
                AttributeModel.Apply(model, method, modelled);
            }

            // The list of tasks is there even where there are none.
            if (model is AttributeModel.Mapping root && builder is TaskCatalogBuilder && root.All(entry => entry.Key != "tasks"))
                root.Add(("tasks", new List<object>()));
            Assert.Equal(AttributeModel.Json(model), Json(node()));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_a_call_sets_stands_at_the_line_of_the_call(string name)
    {
        var method = BuilderMethods.All.Single(method => BuilderMethods.Name(method) == name);
        if (method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ParamArrayAttribute), false)))
            return;
        var (builder, node) = NewBuilder(method.DeclaringType!);

        method.Invoke(builder, Arguments(method, 42, withOptional: true).Arguments);

        Assert.All(Places(node()), place => Assert.Equal(("catalog.cs", 42), (place.File, place.Line)));
    }

    [Theory]
    [MemberData(nameof(Matchers))]
    public void A_matcher_says_what_the_attributes_say(string name)
    {
        var method = MatchMethods.Single(method => method.ToString() == name);
        object?[] arguments = [.. method.GetParameters().Select(parameter => SampleMatched(parameter))];
        var expected = AttributeModel.Json(new AttributeModel.Made(method, arguments).ToModel());

        var matcher = method.Invoke(null, arguments)!;

        Assert.Equal(expected, Json(matcher is NumberMatcher number ? number.ToNode(default) : ((TextMatcher)matcher).ToNode(default)));
    }

    private static object? SampleMatched(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(double) => 0.25,
        var type when type == typeof(double?[]) => new double?[] { 0.5, null, 1 },
        var type when type == typeof(string[]) => new[] { "one", null, "two" },
        _ => "text",
    };

    // The arguments of a call, and what stands for them in the model of it.
    private static (object?[] Arguments, object?[] Modelled) Arguments(MethodInfo method, int line, bool withOptional)
    {
        var both = method.GetParameters().Select(parameter => Argument(parameter, line, withOptional)).ToArray();
        return ([.. both.Select(pair => pair.Argument)], [.. both.Select(pair => pair.Modelled)]);
    }

    private static (object? Argument, object? Modelled) Argument(ParameterInfo parameter, int line, bool withOptional)
    {
        var type = parameter.ParameterType;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (BuilderMethods.IsCaller(parameter))
            return type == typeof(int) ? (line, line) : ("catalog.cs", "catalog.cs");
        if (parameter.IsOptional && !withOptional)
            return (parameter.DefaultValue, parameter.DefaultValue);
        if (BuilderMethods.Configured(type) is { } builder)
            return Action(builder, line);
        if (type == typeof(NumberMatcher))
            return (Match.Between(1, 2.5), new AttributeModel.Made(typeof(Match).GetMethod(nameof(Match.Between))!, [1, 2.5]));
        if (type == typeof(TextMatcher))
            return (Match.Containing("part"), new AttributeModel.Made(typeof(Match).GetMethod(nameof(Match.Containing))!, ["part"]));
        object sample = plain == typeof(double) ? 0.5
            : plain == typeof(decimal) ? 0.5m
            : plain == typeof(long) ? 7L
            : plain == typeof(bool) ? true
            : plain.IsEnum ? plain.GetEnumValues().Cast<object>().Last()
            : type == typeof(string[]) ? new[] { "more", "yet more" }
            : type == typeof((string, string)) ? (parameter.Name!, "column")
            : type == typeof(IEnumerable<(string, string)>) ? new List<(string, string?)> { ("one", "column"), ("other", null) }
            : type == typeof(IEnumerable<KeyValuePair<string, string>>) ? new Dictionary<string, string?> { ["one"] = "column", ["other"] = null }
            : type == typeof(IEnumerable<string>) ? new List<string> { "of", "many" }
            : parameter.Name!;
        return (sample, sample);
    }

    // An action that sets something on its builder, and what it sets.
    private static (object Action, object Modelled) Action(Type builder, int line)
    {
        var method = builder == typeof(ListBuilder) ? builder.GetMethod(nameof(ListBuilder.Add), [typeof(string), typeof(int), typeof(string)])!
            : BuilderMethods.Of(builder).First(method => method.GetParameters().All(parameter => BuilderMethods.Configured(parameter.ParameterType) is null));
        var (arguments, modelled) = Arguments(method, line, withOptional: true);
        object model = builder == typeof(ListBuilder) ? new List<object>() : new AttributeModel.Mapping();
        AttributeModel.Apply(model, method, modelled);
        var typed = typeof(AttributeTests).GetMethod(nameof(Invoking), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(builder);
        return (typed.Invoke(null, [method, arguments])!, model);
    }

    private static Action<T> Invoking<T>(MethodInfo method, object?[] arguments) => builder => method.Invoke(builder, arguments);

    private static (object Builder, Func<DocumentNode> Node) NewBuilder(Type type)
    {
        if (type == typeof(TaskCatalogBuilder))
        {
            var catalog = new TaskCatalogBuilder();
            return (catalog, catalog.ToRoot);
        }

        DocumentNode node = type == typeof(ListBuilder) ? new ListNode() : new MappingNode(default);
        return (Activator.CreateInstance(type, BindingFlags.NonPublic | BindingFlags.Instance, null, [node], null)!, () => node);
    }

    private static string Json(DocumentNode node) => node switch
    {
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{JsonText.Quote(entry.Key)}: {Json(entry.Value)}"))}}}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(item => Json(item.Value)))}]",
        _ => ((ScalarNode)node).Json,
    };

    private static IEnumerable<CallPlace> Places(DocumentNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Places(entry.Value).Prepend(entry.Place)),
        ListNode list => list.Items.SelectMany(item => Places(item.Value).Prepend(item.Place)),
        _ => [],
    };
}
