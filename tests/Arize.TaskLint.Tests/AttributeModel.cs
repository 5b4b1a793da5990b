using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint.Tests;

/// <summary>
/// What a call sets, told from the attributes alone, as an analyzer would: a mapping is a list of keys and values, a list a list, and a scalar
/// its JSON.
/// </summary>
internal static class AttributeModel
{
    /// <summary>Applies a call to the value that its builder stands for.</summary>
    /// <param name="target">A mapping, or a list where the builder is one of lists.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments; for an action, the value that it makes.</param>
    internal static void Apply(object target, MethodInfo method, object?[] arguments)
    {
        var field = BuilderMethods.Field(method);
        var constants = BuilderMethods.Constants(method);
        var values = method.GetParameters().Zip(arguments).Where(pair => !BuilderMethods.IsCaller(pair.First)).ToArray();
        if (field is null)
        {
            Assert.NotEmpty(constants);
            Assert.Empty(values);
            AddConstants((Mapping)target, constants);
            return;
        }

        switch (field.Use)
        {
            case FieldUse.Value:
                Put(target, field.Name, Value(Assert.Single(values)));
                break;
            case FieldUse.Texts:
                ListOf(target, field.Name).AddRange(values.SelectMany(pair => pair.Second is IEnumerable many and not string ? many.Cast<object?>() : [pair.Second]).Select(Scalar));
                break;
            case FieldUse.Entry:
                var key = (string)values[0].Second!;
                Assert.InRange(values.Length, 1, 2);
                if (!key.StartsWith("x-", StringComparison.Ordinal))
                    MappingOf((Mapping)target, field.Name).Add((key, values.Length == 1 ? "null" : Value(values[1])));
                break;
            case FieldUse.Entries:
                foreach (var (_, given) in values)
                {
                    var pairs = given is IEnumerable many ? many.Cast<object>() : [given!];
                    foreach (var (entry, column) in pairs.Select(pair => pair is KeyValuePair<string, string?> { Key: var k, Value: var v } ? (k, v) : ((string, string?))pair))
                        MappingOf((Mapping)target, field.Name).Add((entry, Scalar(column)));
                }

                break;
            case FieldUse.Item:
                ListOf(target, field.Name).Add(NewMapping(values, constants));
                break;
            case FieldUse.Object:
                Put(target, field.Name, NewMapping(values, constants));
                break;
            case FieldUse.List:
                Put(target, field.Name, Assert.Single(values).Second!);
                break;
        }
    }

    /// <summary>A value as JSON.</summary>
    internal static string Json(object value) => value switch
    {
        Mapping mapping => $"{{{string.Join(", ", mapping.Select(entry => $"{JsonSerializer.Serialize(entry.Key)}: {Json(entry.Value)}"))}}}",
        List<object> list => $"[{string.Join(", ", list.Select(Json))}]",
        _ => (string)value,
    };

    private static Mapping NewMapping((ParameterInfo First, object? Second)[] values, IReadOnlyList<TaskConstantAttribute> constants)
    {
        var item = new Mapping();
        foreach (var pair in values)
        {
            if (BuilderMethods.Field(pair.First) is { } inner && !(pair.Second is null && pair.First is { IsOptional: true, DefaultValue: null }))
                item.Add((inner.Name, Value(pair)));
        }

        AddConstants(item, constants);
        foreach (var (_, made) in values.Where(pair => BuilderMethods.Configured(pair.First.ParameterType) is not null && pair.Second is not null))
            item.AddRange((Mapping)made!);
        return item;
    }

    private static void AddConstants(Mapping target, IReadOnlyList<TaskConstantAttribute> constants)
    {
        foreach (var constant in constants)
            target.Add((constant.Name, constant.Value is "true" or "false" ? constant.Value : Scalar(constant.Value)));
    }

    private static object Value((ParameterInfo Parameter, object? Argument) pair) => pair.Argument switch
    {
        Mapping or List<object> => pair.Argument,
        Made made => made.ToModel(),
        var scalar => Scalar(scalar),
    };

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        Enum word => JsonSerializer.Serialize(JsonNamingPolicy.SnakeCaseUpper.ConvertName(word.ToString())),
        string text => JsonSerializer.Serialize(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void Put(object target, string name, object value)
    {
        if (target is Mapping mapping)
            mapping.Add((name, value));
        else
            ((List<object>)target).Add(value);
    }

    private static List<object> ListOf(object target, string name)
    {
        if (target is not Mapping mapping)
            return (List<object>)target;
        if (mapping.LastOrDefault(entry => entry.Key == name).Value is List<object> list)
            return list;
        list = [];
        mapping.Add((name, list));
        return list;
    }

    private static Mapping MappingOf(Mapping target, string name)
    {
        if (name.Length == 0)
            return target;
        if (target.LastOrDefault(entry => entry.Key == name).Value is Mapping there)
            return there;
        var mapping = new Mapping();
        target.Add((name, mapping));
        return mapping;
    }

    /// <summary>A mapping; a key may be there twice.</summary>
    internal sealed class Mapping : List<(string Key, object Value)>;

    /// <summary>A matcher that a method of <see cref="Match"/> made.</summary>
    internal sealed record Made(MethodInfo Method, object?[] Arguments)
    {
        internal Mapping ToModel()
        {
            var model = new Mapping();
            foreach (var (parameter, argument) in Method.GetParameters().Zip(Arguments))
            {
                var field = BuilderMethods.Field(parameter)!;
                model.Add((field.Name, field.Use == FieldUse.Texts ? ((IEnumerable)argument!).Cast<object?>().Select(Scalar).ToList<object>() : Scalar(argument)));
            }

            return model;
        }
    }
}
