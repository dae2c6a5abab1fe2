package org.threesigns.result;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page of this room asks search engines to leave it alone, and has the look of results. */
@Component
class ResultPageAdvice implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (handler instanceof HandlerMethod method && isOfThisRoom(method.getBeanType())) {
            request.setAttribute("robots", "noindex");
            request.setAttribute("ofResults", true);
        }
    }

    private static boolean isOfThisRoom(Class<?> controller) {
        return controller.getPackage().equals(ResultPageAdvice.class.getPackage());
    }
}
