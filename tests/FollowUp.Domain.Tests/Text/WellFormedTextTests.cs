using System.Text;
using CsCheck;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

public sealed class WellFormedTextTests
{
    [Fact]
    public void Halves_of_characters_and_noncharacters_are_replaced_and_whole_ones_stay() => Assert.Equal(
        "\ufffdé\ufffd\U0001f600\ufffd\ufffd\ufffd\ufffd", "\udc00é\ud83d\U0001f600\ufffe\uffff\ufdd0\ud83d".ToWellFormed());

    [Fact]
    public void Of_every_text_a_normal_form_can_be_made_as_long_as_it_was() => Gen.Char['\0', '\uffff'].Array[0, 30].Sample(letters =>
    {
        var text = new string(letters);
        var formed = text.ToWellFormed();

        _ = formed.Normalize(NormalizationForm.FormD);
        return formed.Length == text.Length && formed == formed.ToWellFormed();
    });
}
