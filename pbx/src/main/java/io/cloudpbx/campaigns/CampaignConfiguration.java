package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.settings.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CampaignPace.class)
class CampaignConfiguration {
    @Bean
    Pace campaignPace(CampaignPace settings) {
        return settings.pace();
    }

    @Bean
    Wording wording(Settings settings) {
        return new Wording(() -> settings.current().businessName());
    }
}
