package org.comity.node.documents;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the treaty form of a request. Its words stand in {@code messages/documents}, its shape in one template. */
@Component
public class RequestForm {

    private static final Locale ENGLISH = Locale.ENGLISH;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    RequestForm() {
        words.setBasename("messages/documents");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/documents/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(words);
    }

    public RenderedForm render(PreservationForm form) {
        var context = new Context(ENGLISH);
        context.setVariable("form", form);
        context.setVariable(
                "identifiers",
                form.identifiers().stream()
                        .map(identifier -> words.getMessage(identifier, ENGLISH))
                        .toList());
        context.setVariable(
                "categories",
                form.categories().stream()
                        .map(category -> words.getMessage("documents.category." + category, null, ENGLISH))
                        .collect(Collectors.joining(", ")));
        var html = engine.process("preservation-request", context);
        return new RenderedForm(
                words.getMessage("documents.preservation.title", null, ENGLISH),
                ENGLISH.getLanguage(),
                html,
                textOf(html));
    }

    /** A form from outside, reduced to what can be shown: headings, paragraphs, lists and tables, nothing active. */
    public static String harmless(String html) {
        return Jsoup.clean(html, Safelist.relaxed().removeTags("img", "a").preserveRelativeLinks(false));
    }

    private static String textOf(String html) {
        var body = Jsoup.parse(html).body();
        body.select("h1, h2, p, tr, li").before("\\n");
        body.select("th").append(": ");
        return body.wholeText()
                .replace("\\n", "\n")
                .replaceAll("[ \\t]*\\n\\s*", "\n")
                .strip();
    }
}
