using System.Reflection;
using System.Runtime.CompilerServices;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint.Tests;

/// <summary>The methods of the builders, found by reflection, and what their attributes say.</summary>
internal static class BuilderMethods
{
    /// <summary>The builders.</summary>
    internal static IReadOnlyList<Type> Builders { get; } =
        [.. typeof(TaskCatalog).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Builder", StringComparison.Ordinal)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The methods of a builder.</summary>
    internal static IEnumerable<MethodInfo> Of(Type builder) =>
        builder.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>The methods of all builders.</summary>
    internal static IEnumerable<MethodInfo> All => Builders.SelectMany(Of);

    /// <summary>The method as it is told in a message.</summary>
    internal static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Where(parameter => !IsCaller(parameter)).Select(parameter => Name(parameter.ParameterType)))})";

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;

    /// <summary>The field that a method or parameter sets, or null.</summary>
    internal static TaskFieldAttribute? Field(ICustomAttributeProvider from) => (TaskFieldAttribute?)from.GetCustomAttributes(typeof(TaskFieldAttribute), false).SingleOrDefault();

    /// <summary>What a method always says.</summary>
    internal static IReadOnlyList<TaskConstantAttribute> Constants(MethodInfo method) => [.. method.GetCustomAttributes<TaskConstantAttribute>(false)];

    /// <summary>Whether the compiler fills the parameter.</summary>
    internal static bool IsCaller(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(CallerFilePathAttribute), false) || parameter.IsDefined(typeof(CallerLineNumberAttribute), false);

    /// <summary>The builder that an action works on, or null where the type is no action.</summary>
    internal static Type? Configured(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Action<>) ? type.GetGenericArguments()[0] : null;
}
