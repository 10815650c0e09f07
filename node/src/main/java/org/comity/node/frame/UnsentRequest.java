package org.comity.node.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A request of a page that nobody sent: it has an address and a language, no sender, no session and no body. */
final class UnsentRequest extends HttpServletRequestWrapper {

    private final ServletContext servlets;
    private final String path;
    private final Map<String, String[]> query;
    private final Map<String, Object> attributes = new HashMap<>();

    private UnsentRequest(ServletContext servlets, String path, Map<String, String[]> query) {
        super(Silence.of(HttpServletRequest.class));
        this.servlets = servlets;
        this.path = path;
        this.query = query;
    }

    /** @param address path and query */
    static UnsentRequest of(String address, ServletContext servlets) {
        var read = UriComponentsBuilder.fromUriString(address).build();
        Map<String, String[]> query = new HashMap<>();
        read.getQueryParams().forEach((name, values) -> query.put(name, values.toArray(String[]::new)));
        return new UnsentRequest(servlets, String.valueOf(read.getPath()), query);
    }

    @Override
    public ServletContext getServletContext() {
        return servlets;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://localhost").append(path);
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return Silence.of(HttpServletMapping.class);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Accept") ? "text/html" : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase("Accept")
                ? Collections.enumeration(List.of("text/html"))
                : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(List.of("Accept"));
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.ENGLISH));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = query.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return query.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return query;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.keySet());
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        Set<String> names = new TreeSet<>(attributes.keySet());
        return Collections.enumeration(names);
    }
}
