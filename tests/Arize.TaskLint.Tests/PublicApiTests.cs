using System.Reflection;
using System.Text;
using Arize.TaskLint.Fields;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Tests;

/// <summary>What people compile against is written down: a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_this()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(TaskCatalog).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("  ").Append(member).Append('\n');
        }

        Golden.Matches(Repository.PathOf("tests", "Arize.TaskLint.Tests", "golden", "PublicApi.txt"), text.ToString());
    }

    [Fact]
    public void The_assembly_needs_nothing_but_the_framework() => Assert.Equal(
        ["netstandard"], typeof(TaskCatalog).Assembly.GetReferencedAssemblies().Select(name => name.Name));

    [Fact]
    public void Every_class_that_is_not_made_to_be_derived_from_is_sealed() => Assert.Equal(
        [typeof(TaskCatalog)], typeof(TaskCatalog).Assembly.GetTypes().Where(type => type is { IsClass: true, IsSealed: false, IsPublic: true }));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "readonly struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "sealed class",
    };

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            return type.GetEnumNames().Select(name => $"{name} = {(int)Enum.Parse(type, name)}");
        return [
            .. type.GetConstructors(Declared).Where(IsVisible).Select(made => $"new({Parameters(made)})"),
            .. type.GetProperties(Declared).Where(property => IsVisible(property.GetMethod!))
                .Select(property => $"{Name(property.PropertyType)} {property.Name} {{ get;{(property.SetMethod is null ? "" : " set;")} }}"),
            .. type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName)
                .Select(method => $"{Says(method)}{(method.IsFamily ? "protected " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})")];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Says(MethodInfo method) => string.Concat(
        BuilderMethods.Constants(method).Select(constant => $"[{constant.Name} = {constant.Value ?? "null"}] ").Prepend(Says((ICustomAttributeProvider)method)));

    private static string Says(ICustomAttributeProvider member) => BuilderMethods.Field(member) is not { } field ? ""
        : field.Use == FieldUse.Value ? $"[{field.Name}] " : $"[{field.Name}: {field.Use}] ";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Says(parameter)}{(parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "")}{Name(parameter)} {parameter.Name}"
        + $"{(parameter.IsOptional ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Name(ParameterInfo parameter) =>
        Name(parameter.ParameterType) + (new NullabilityInfoContext().Create(parameter) is { WriteState: NullabilityState.Nullable } && !parameter.ParameterType.IsValueType ? "?" : "");

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? $"{plain.Name}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
