using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Fields;
using Microsoft.CodeAnalysis.CSharp;

namespace Arize.TaskLint.Analyzers.Tests.Parity;

/// <summary>Writes the tree of a YAML document as calls of the builders; what the builders cannot say is told with the reason.</summary>
internal static class BuilderPrinter
{
    private static readonly HashSet<string> ServerFields =
        [.. TaskFields.Spec.Fields.Concat(EvaluatorFields.Spec.Fields).Where(field => field.Role == FieldRole.ServerManaged).Select(field => field.Name)];

    /// <summary>The call that stands for a value that only a run of the code tells, as an unset variable does in YAML.</summary>
    internal const string Outside = "Outside.Value";

    /// <summary>The catalog that says what a document says.</summary>
    /// <exception cref="CannotBeSaidException">The builders cannot say it.</exception>
    internal static string Catalog(string name, FieldValue space, IEnumerable<MappingNode> tasks)
    {
        var body = new StringBuilder();
        if (space is { Key: { } key, Node: { } value })
            body.Append("        tasks").Append(Print(typeof(TaskCatalogBuilder), new Entry(key, value))).Append(";\n");
        foreach (var task in tasks)
            AddTask(body, task);
        return $$"""
            public sealed class {{name}} : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks)
                {
            {{body}}    }
            }

            """;
    }

    private static void AddTask(StringBuilder body, MappingNode task)
    {
        var entries = Said(task);
        var name = entries.FirstOrDefault(entry => entry.Key.Text == "name");
        var type = entries.FirstOrDefault(entry => entry.Key.Text == "type");
        var rest = entries.Where(entry => entry.Key != name.Key && entry.Key != type.Key).ToList();
        var root = type.Value is ScalarNode { IsNull: false, Unknown: null } word ? TaskEnums.TaskType.IndexOf(word.Text) : -1;
        var names = name.Key is null ? "" : Literal(name.Value, typeof(string));
        body.Append("        tasks.");
        if (root >= 0 && name.Key is not null)
            body.Append(new[] { "TemplateEvaluation", "CodeEvaluation", "RunExperiment" }[root]);
        else
            body.Append("Task");
        body.Append('(').Append(names).Append(')');
        if (type.Key is not null && (root < 0 || name.Key is null))
            body.Append(Print(typeof(TaskBuilder), type));
        foreach (var entry in rest)
            body.Append("\n            ").Append(Print(typeof(TaskBuilder), entry));
        body.Append(";\n");
    }

    // What only the server writes has no method, so that nobody can declare it.
    private static List<Entry> Said(MappingNode mapping) =>
        [.. InOrder(mapping).Where(entry => !ObjectSpec.IsOwnKey(entry.Key.Text) && !ServerFields.Contains(entry.Key.Text))];

    private static IEnumerable<Entry> InOrder(MappingNode mapping) => mapping.Repeated.Count == 0
        ? mapping.Entries
        : mapping.Entries.Concat(mapping.Repeated).OrderBy(entry => entry.Key.Place.Start);

    private static string Chain(Type builder, IEnumerable<Entry> entries) => string.Concat(entries.Select(entry => Print(builder, entry)));

    private static string Print(Type builder, Entry entry)
    {
        var (field, value) = (entry.Key.Text, entry.Value);
        var methods = builder.GetMethods().Where(method => method.GetCustomAttribute<TaskFieldAttribute>()?.Name == field).ToList();
        var none = builder.GetMethods().FirstOrDefault(method =>
            method.GetCustomAttribute<TaskFieldAttribute>() is null && method.GetCustomAttributes<TaskConstantAttribute>().Any(constant => constant.Name == field && constant.Value is null));
        if (methods.Count == 0 && none is null)
        {
            // Open mappings take any key.
            return builder.GetMethods().Any(method => method.GetCustomAttribute<TaskFieldAttribute>() is { Name: "" })
                ? FreeEntry(builder, entry)
                : throw new CannotBeSaidException($"{builder.Name} has no '{field}'");
        }

        var isEmpty = value is MappingNode { Entries.Count: 0, Repeated.Count: 0 } && !methods.Exists(method => method.GetCustomAttribute<TaskFieldAttribute>()!.Use == FieldUse.Object);
        if (field == "classification_choices" && value is MappingNode choices && Said(choices).Count == 0)
            throw new CannotBeSaidException("an empty mapping is said as none");
        // To the API an empty list is none; an empty list of messages is a mistake of its own.
        isEmpty |= value is ListNode { Items.Count: 0 } && field != "messages" && methods.Exists(method => method.GetCustomAttribute<TaskFieldAttribute>()!.Use == FieldUse.Item);
        if (none is not null && (isEmpty || value is ScalarNode { IsNull: true }))
            return $".{none.Name}()";
        CannotBeSaidException? last = null;
        foreach (var method in methods.OrderByDescending(method => Named(method).Count + method.GetCustomAttributes<TaskConstantAttribute>().Count()))
        {
            try
            {
                return Call(method, value, builder);
            }
            catch (CannotBeSaidException refused)
            {
                last = refused;
            }
        }

        throw last ?? new CannotBeSaidException($"{builder.Name} can only say that '{field}' is none");
    }

    private static string Call(MethodInfo method, Node value, Type builder)
    {
        var parameters = Values(method);
        switch (method.GetCustomAttribute<TaskFieldAttribute>()!.Use)
        {
            case FieldUse.Value when parameters is [var only]:
                return $".{method.Name}({Literal(value, only.ParameterType)})";
            case FieldUse.Texts when parameters is [var many] && many.ParameterType.IsAssignableFrom(typeof(List<string>)):
                return $".{method.Name}({Texts(value)})";
            case FieldUse.Entry when parameters is [_, var item]:
                if (value is not MappingNode mapping)
                    throw new CannotBeSaidException($"{method.Name} takes a key and a value");
                return string.Concat(Said(mapping).Select(entry => $".{method.Name}({Quoted(entry.Key.Text)}, {Overloaded(method, item, entry.Value, builder)})"));
            case FieldUse.Item:
                if (value is not ListNode { Items.Count: > 0 } list)
                    throw new CannotBeSaidException(value is ListNode ? "an empty list is said as none" : $"{method.Name} adds one entry");
                return string.Concat(list.Items.Select(item => Item(method, item)));
            case FieldUse.List when value is ListNode items:
                return $".{method.Name}(l => {Lambda("l", FreeItems(items))})";
            case FieldUse.Object:
                return Object(method, value as MappingNode ?? throw new CannotBeSaidException($"{method.Name} takes a lambda"));
            default:
                throw new CannotBeSaidException($"{method.Name} says it otherwise");
        }
    }

    // Of the overloads for an entry's value, the one that takes it.
    private static string Overloaded(MethodInfo method, ParameterInfo item, Node value, Type builder)
    {
        var types = builder.GetMethods().Where(other => other.Name == method.Name && Values(other).Count == 2).Select(other => Values(other)[1].ParameterType).Prepend(item.ParameterType);
        foreach (var type in types)
        {
            try
            {
                return Literal(value, type);
            }
            catch (CannotBeSaidException)
            {
                // The next one.
            }
        }

        return Literal(value, item.ParameterType);
    }

    private static string Item(MethodInfo first, Node item)
    {
        if (item is not MappingNode mapping)
            throw new CannotBeSaidException("the compiler takes no such entry");
        CannotBeSaidException? last = null;
        foreach (var method in first.DeclaringType!.GetMethods()
            .Where(method => method.GetCustomAttribute<TaskFieldAttribute>() is { Use: FieldUse.Item } field && field.Name == first.GetCustomAttribute<TaskFieldAttribute>()!.Name)
            .OrderByDescending(method => Named(method).Count + method.GetCustomAttributes<TaskConstantAttribute>().Count()))
        {
            try
            {
                return Object(method, mapping);
            }
            catch (CannotBeSaidException refused)
            {
                last = refused;
            }
        }

        throw last!;
    }

    private static string Object(MethodInfo method, MappingNode mapping)
    {
        var left = Said(mapping);
        var arguments = new List<string>();
        foreach (var constant in method.GetCustomAttributes<TaskConstantAttribute>())
        {
            var at = left.FindIndex(entry => entry.Key.Text == constant.Name && entry.Value is ScalarNode { Unknown: null } scalar && constant.Value is not null && EnumSpec.Same(scalar.Text, constant.Value));
            if (at < 0)
                throw new CannotBeSaidException($"{method.Name} always sets '{constant.Name}'");
            left.RemoveAt(at);
        }

        foreach (var parameter in Values(method))
        {
            if (parameter.GetCustomAttribute<TaskFieldAttribute>()?.Name is { } field)
            {
                var at = left.FindIndex(entry => entry.Key.Text == field);
                if (at < 0 && !parameter.HasDefaultValue)
                    throw new CannotBeSaidException($"{method.Name} needs '{field}'");
                if (at < 0)
                    continue;
                arguments.Add($"{parameter.Name}: {Literal(left[at].Value, parameter.ParameterType)}");
                left.RemoveAt(at);
            }
            else if (parameter.ParameterType.GenericTypeArguments is [var inner] && (left.Count > 0 || !parameter.HasDefaultValue))
            {
                var isFree = inner == typeof(ObjectBuilder);
                var chain = isFree ? string.Concat(left.Select(entry => FreeEntry(inner, entry))) : Chain(inner, left);
                arguments.Add(chain.Length == 0 ? $"{parameter.Name}: _ => {{ }}" : $"{parameter.Name}: b => b{chain}");
                left = [];
            }
        }

        return left.Count == 0
            ? $".{method.Name}({string.Join(", ", arguments)})"
            : throw new CannotBeSaidException($"{method.Name} has no '{left[0].Key.Text}'");
    }

    private static string FreeEntry(Type builder, Entry entry)
    {
        var key = Quoted(entry.Key.Text);
        var word = builder == typeof(ObjectBuilder) ? "Set" : builder.GetMethods().First(method => method.GetCustomAttribute<TaskFieldAttribute>() is { Name: "" }).Name;
        return entry.Value switch
        {
            ScalarNode { IsNull: true } => $".{word}({key}, (string?)null)",
            ScalarNode scalar => $".{word}({key}, {Free(scalar)})",
            MappingNode mapping => $".{word}({key}, (ObjectBuilder o) => {Lambda("o", string.Concat(Said(mapping).Select(inner => FreeEntry(typeof(ObjectBuilder), inner))))})",
            _ => $".{word}List({key}, l => {Lambda("l", FreeItems((ListNode)entry.Value))})",
        };
    }

    private static string FreeItems(ListNode list) => string.Concat(list.Items.Select(item => item switch
    {
        ScalarNode { IsNull: true } => ".Add((string?)null)",
        ScalarNode scalar => $".Add({Free(scalar)})",
        MappingNode mapping => $".AddObject(o => {Lambda("o", string.Concat(Said(mapping).Select(inner => FreeEntry(typeof(ObjectBuilder), inner))))})",
        _ => $".AddList(l => {Lambda("l", FreeItems((ListNode)item))})",
    }));

    private static string Lambda(string parameter, string chain) => chain.Length == 0 ? "{ }" : parameter + chain;

    private static string Free(ScalarNode scalar)
    {
        if (scalar.Unknown is not null)
            return $"{Outside}<string>()";
        if (scalar.IsPlain && PlainScalar.TryBoolean(scalar.Text, out var truth))
            return truth ? "true" : "false";
        return scalar.IsPlain && PlainScalar.TryNumber(scalar.Text, out var number) ? NumberText(number) : Quoted(scalar.Text);
    }

    private static string Texts(Node value) => value is ListNode list
        ? list.Items.Count == 0 ? "" : $"[{string.Join(", ", list.Items.Select(item => Literal(item, typeof(string))))}]"
        : value is ScalarNode { IsNull: false } ? $"[{Literal(value, typeof(string))}]"
        : throw new CannotBeSaidException("a list is said as texts");

    private static string Literal(Node value, Type type)
    {
        if (value is MappingNode matcher)
            return Matcher(matcher, type);
        if (value is not ScalarNode scalar || type == typeof(NumberMatcher) || type == typeof(TextMatcher))
            throw new CannotBeSaidException($"the compiler takes a value, not {value.Describe()}");
        if (scalar.Unknown is not null)
            return $"{Outside}<{TypeName(type)}>()";
        var own = Nullable.GetUnderlyingType(type) ?? type;
        if (scalar.IsNull)
            return type.IsValueType && own == type ? throw new CannotBeSaidException("the compiler takes no null here") : "null";
        if (own == typeof(string))
            return Quoted(scalar.Text);
        if (own == typeof(double) || own == typeof(long))
        {
            return scalar.IsPlain && PlainScalar.TryNumber(scalar.Text, out var number) && (own == typeof(double) || Math.Floor(number) == number)
                ? NumberText(number)
                : throw new CannotBeSaidException("the compiler takes a number");
        }

        if (own == typeof(bool))
            return scalar.IsPlain && PlainScalar.TryBoolean(scalar.Text, out var truth) ? (truth ? "true" : "false") : throw new CannotBeSaidException("the compiler takes true or false");
        throw new CannotBeSaidException($"{own.Name} is said otherwise");
    }

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?" : type.Name;

    private static string Matcher(MappingNode matcher, Type type)
    {
        if (type != typeof(NumberMatcher) && type != typeof(TextMatcher))
            throw new CannotBeSaidException("the compiler takes no matcher here");
        var entries = Said(matcher);
        foreach (var method in typeof(Match).GetMethods().Where(method => method.ReturnType == type))
        {
            var parameters = method.GetParameters();
            if (parameters.Length != entries.Count || !parameters.All(parameter => entries.Exists(entry => entry.Key.Text == parameter.GetCustomAttribute<TaskFieldAttribute>()!.Name)))
                continue;
            var arguments = parameters.Select(parameter =>
            {
                var value = entries.First(entry => entry.Key.Text == parameter.GetCustomAttribute<TaskFieldAttribute>()!.Name).Value;
                return parameter.ParameterType.GetElementType() is { } element
                    ? string.Join(", ", (value as ListNode ?? throw new CannotBeSaidException("the compiler takes a list")).Items.Select(item => Literal(item, element)))
                    : Literal(value, parameter.ParameterType);
            });
            return $"Match.{method.Name}({string.Join(", ", arguments)})";
        }

        throw new CannotBeSaidException($"no matcher of {type.Name} has {string.Join(" and ", entries.Select(entry => $"'{entry.Key.Text}'"))}");
    }

    private static List<ParameterInfo> Values(MethodInfo method) =>
    [
        .. method.GetParameters().Where(parameter =>
            parameter.GetCustomAttribute<CallerFilePathAttribute>() is null && parameter.GetCustomAttribute<CallerLineNumberAttribute>() is null),
    ];

    private static List<ParameterInfo> Named(MethodInfo method) => [.. Values(method).Where(parameter => parameter.GetCustomAttribute<TaskFieldAttribute>() is not null)];

    private static string NumberText(double number) =>
        Math.Floor(number) == number && Math.Abs(number) < 1e9 ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture) + "d";

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}

/// <summary>The builders cannot say what a YAML file says.</summary>
internal sealed class CannotBeSaidException(string reason) : Exception(reason);
